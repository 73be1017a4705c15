// A port from any dialect, and its row.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "abi/rassapi.h"
#include "abi/windows_types.h"
#include "records/record.h"

namespace rras::records {

// The texts are views into the DLL's buffer, and the user's struct is a part of it, so both are
// valid while the buffer lives.
struct Port {
  std::uint64_t handle = 0;
  std::optional<std::uint64_t> connection;
  bool condition_known = true;  // then 0 to 6 as in mprapi, otherwise the raw number
  abi::DWORD condition = 0;
  abi::DWORD total_calls = 0;
  abi::DWORD connect_duration = 0;
  std::u16string_view name;
  shared::ArrayText media_name;
  shared::ArrayText device_name;
  shared::ArrayText device_type;
  const abi::rassapi::RAS_PORT_0* user = nullptr;  // rassapi alone, while a user is on the port
};

enum PortFlags : std::uint32_t {
  kHasConnection = 1,
  kUnknownCondition = 2,
};

inline std::uint32_t flags_of(const Port& port) {
  std::uint32_t flags = 0;
  if (port.connection) flags |= kHasConnection;
  if (!port.condition_known) flags |= kUnknownCondition;
  return flags;
}

inline std::uint64_t connection_or_none(const Port& port) {
  return port.connection.value_or(0);
}

inline std::u16string_view user_name_of(const Port& port) {
  if (port.user == nullptr) return {};
  return shared::bounded(port.user->wszUserName);
}

inline std::u16string_view computer_of(const Port& port) {
  if (port.user == nullptr) return {};
  return shared::bounded(port.user->wszComputer);
}

inline std::u16string_view logon_domain_of(const Port& port) {
  if (port.user == nullptr) return {};
  return shared::bounded(port.user->wszLogonDomain);
}

inline abi::DWORD session_start_of(const Port& port) {
  return port.user == nullptr ? 0 : port.user->dwStartSessionTime;
}

inline constexpr auto kPortColumns =
    group(id("handle", &Port::handle), id("connection", connection_or_none), u32("flags", flags_of),
          u32("condition", &Port::condition), u32("totalCalls", &Port::total_calls),
          u32("connectDuration", &Port::connect_duration), text("name", &Port::name),
          repeated("mediaName", &Port::media_name), repeated("deviceName", &Port::device_name),
          repeated("deviceType", &Port::device_type));

inline constexpr auto kPort = record("port", kPortColumns);

// A port of rassapi. The columns of the user are empty while nobody is on the port.
inline constexpr auto kUserPort =
    record("userPort", kPortColumns, text("userName", user_name_of), text("computer", computer_of),
           repeated("logonDomain", logon_domain_of), u32("sessionStart", session_start_of));

}  // namespace rras::records
