// The stored configuration of a server, in the shape of the registry: router managers, interfaces
// and their transports. The service follows it when it starts. Numbers of ports are kept with the
// tunnels, because ServerSetInfo stores them too.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/custom_info.h"
#include "simulator/text.h"

namespace rras::simulator {

using StoredBlock = std::vector<std::uint8_t>;

// A handle is a number that no other thing of this configuration ever had.
struct StoredTransport {
  std::uintptr_t handle = 0;
  Text name;
  StoredBlock global_info;
  StoredBlock client_interface_info;
  Text dll_path;
};

struct StoredInterfaceTransport {
  std::uintptr_t handle = 0;
  Text name;
  StoredBlock info;
};

struct StoredInterface {
  std::uintptr_t handle = 0;
  Text name;
  // Of a network card, whose name is its GUID. Empty for the others.
  Text friendly_name;
  abi::DWORD type = 0;
  bool enabled = true;
  std::vector<Text> hours;
  std::map<std::uint32_t, StoredInterfaceTransport> transports;
  std::optional<CustomInfo> custom_info;
};

struct StoredConfiguration {
  std::map<std::uint32_t, StoredTransport> transports;
  std::list<StoredInterface> interfaces;
  std::map<std::uint32_t, bool> filters;
  // What the service will be after its next start, if that differs from what it is.
  std::optional<bool> lan_only;
  // The phone book was deleted, and the service has not started since.
  bool phone_book_is_gone = false;

  std::uintptr_t next_handle() { return last_handle_ += 8; }

  std::optional<std::uint32_t> transport_id(abi::HANDLE handle) const;
  StoredInterface* interface_by_handle(abi::HANDLE handle);
  StoredInterface* interface_by_name(TextView name);
  // One of this name must not exist.
  StoredInterface& add_interface(StoredInterface one);
  void remove_interface(const StoredInterface& one);
  // Replaces the block, or adds the transport.
  StoredInterfaceTransport& put_transport(StoredInterface& one, std::uint32_t id, StoredBlock info);

  // Replaces everything but the handles, which no thing shares with an earlier one.
  void assign(const StoredConfiguration& other);

 private:
  // As a 32-bit DLL could give it out, and far from the handles of the running side.
  std::uintptr_t last_handle_ = 0x00C0F000;
};

}  // namespace rras::simulator
