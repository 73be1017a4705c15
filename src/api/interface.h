// How a caller names an interface of the router, the condition that it must meet before an action,
// and the settings that a caller can change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "abi/mprapi/interfaces.h"
#include "api/names.h"

namespace rras::api {

// With a handle, name and type are what the caller expects of the interface: ids are reused, and
// the API cannot compare and act in one call. Without a handle, the interface is looked up by name.
struct InterfaceTarget {
  std::optional<std::uint64_t> handle;
  Name name;
  std::optional<abi::DWORD> type;
};

// Whether the interface that was read is the one that the target means.
bool meets(const abi::mpr::MPR_INTERFACE_0& now, const InterfaceTarget& target);

// By the names of the columns of interfaceEntry and interfaceDevice, and further `name`, `type`,
// `isEnabled`, `hours`, and the bits `optionsOn` and `optionsOff`. A list of texts has a NUL after
// each text but the last.
struct InterfaceSetting {
  std::string name;
  std::variant<abi::DWORD, std::u16string, std::vector<abi::BYTE>> value;
};
using InterfaceSettings = std::vector<InterfaceSetting>;

}  // namespace rras::api
