// The stored configuration of a server, which is in the registry of its machine. It is there while
// the service is stopped, and the router reads it when it starts.
//
// Handles of transports and interfaces are looked up in the job that uses them, and never leave it:
// they are no ids of the running router.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/mprapi/mpr_server.h"

namespace rras::api::mprapi {

inline constexpr FunctionOfDll<abi::mpr::ServerConnect> kConfigConnect{"MprConfigServerConnect"};
inline constexpr FunctionOfDll<abi::mpr::ServerDisconnect> kConfigDisconnect{
    "MprConfigServerDisconnect"};
inline constexpr FunctionOfDll<abi::mpr::BufferFree> kConfigBufferFree{"MprConfigBufferFree"};

struct MprConfiguration final : MprSession {
  MprConfiguration(const OperationTable& operations, const Library& library, Name name)
      : MprSession(operations, library, std::move(name), kConfigBufferFree) {}

  Outcome disconnect() override;

  // Only a running server notifies.
  Outcome register_notification(abi::HANDLE event) override;
  Outcome deregister_notification(abi::HANDLE event) override;
};

// Asks for a handle with the arguments and calls `use(handle)`.
template <typename Pointer, typename Use, typename... Arguments>
Outcome with_handle(MprConfiguration& stored, const FunctionOfDll<Pointer>& get_handle, Use&& use,
                    Arguments... arguments) {
  abi::HANDLE found = nullptr;
  Outcome outcome = stored.ask(stored.functions[get_handle], stored.handle, arguments..., &found);
  if (!outcome.succeeded()) return outcome;
  if (found == nullptr) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  return use(found);
}

// The stored enumerations say that nothing more follows, or that there is nothing, with
// ERROR_NO_MORE_ITEMS.
inline abi::DWORD without_no_more_items(abi::DWORD status, abi::DWORD* entries) {
  if (status != abi::status::ERROR_NO_MORE_ITEMS) return status;
  *entries = 0;
  return abi::status::SUCCESS;
}

std::vector<Operation> configuration_session_operations();
std::vector<Operation> configuration_operations();
std::vector<Operation> stored_transport_operations();
std::vector<Operation> stored_interface_operations();
std::vector<Operation> stored_interface_transport_operations();
std::vector<Operation> interface_name_operations();
std::vector<Operation> stored_custom_info_operations();

}  // namespace rras::api::mprapi
