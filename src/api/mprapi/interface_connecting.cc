// Connects and disconnects demand-dial interfaces, and updates what they have learnt.
#include "api/mprapi/interface_reading.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::BOOL;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<abi::mpr::InterfaceConnect> kInterfaceConnect{"MprAdminInterfaceConnect"};
constexpr FunctionOfDll<abi::mpr::InterfaceDisconnect> kInterfaceDisconnect{
    "MprAdminInterfaceDisconnect"};
constexpr FunctionOfDll<abi::mpr::InterfaceUpdateRoutes> kInterfaceUpdateRoutes{
    "MprAdminInterfaceUpdateRoutes"};
constexpr FunctionOfDll<abi::mpr::InterfaceQueryUpdateResult> kInterfaceQueryUpdateResult{
    "MprAdminInterfaceQueryUpdateResult"};
constexpr FunctionOfDll<abi::mpr::InterfaceUpdatePhonebookInfo> kInterfaceUpdatePhonebookInfo{
    "MprAdminInterfaceUpdatePhonebookInfo"};

// The service finds the event by the caller's process id, on its own machine.
HANDLE event_for(const MprServer& server, const OptionalEvent& event) {
  return event && !server.name ? event->event() : nullptr;
}

Outcome read_interface_state(MprServer& server, const InterfaceTarget& target, Answer& answer) {
  HANDLE handle = nullptr;
  auto now = server.buffer<mpr::MPR_INTERFACE_0>();
  Outcome outcome = read_interface(server, target, handle, now, answer);
  if (outcome.succeeded()) answer.tables.add(records::kInterface, *now.get());
  return outcome;
}

// Only begins the attempt, so that the lane is free while it runs. The answer has the interface as
// it was before.
Outcome connect_interface(MprServer& server, const InterfaceTarget& target,
                          const OptionalEvent& event, Answer& answer) {
  const auto& function = server.functions[kInterfaceConnect];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  auto before = server.buffer<mpr::MPR_INTERFACE_0>();
  Outcome outcome = read_interface(server, target, handle, before, answer);
  if (!outcome.succeeded()) return outcome;
  answer.tables.add(records::kInterface, *before.get());
  answer.counts_in_any_case = true;
  const HANDLE to_set = event_for(server, event);
  outcome = server.act(function, server.handle, handle, to_set, BOOL{0});
  if (to_set != nullptr && outcome.status == status::PENDING) keep_until_set(event);
  return outcome;
}

Outcome disconnect_interface(MprServer& server, const InterfaceTarget& target, Answer& answer) {
  const auto& function = server.functions[kInterfaceDisconnect];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? server.act(function, server.handle, handle) : outcome;
}

// Without an event the call returns when the update has ended.
Outcome update_routes(MprServer& server, const InterfaceTarget& target, DWORD transport,
                      const OptionalEvent& event, Answer& answer) {
  const auto& function = server.functions[kInterfaceUpdateRoutes];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  if (!outcome.succeeded()) return outcome;
  const HANDLE to_set = event_for(server, event);
  outcome = server.act(function, server.handle, handle, transport, to_set);
  if (to_set != nullptr && outcome.status == status::PENDING) keep_until_set(event);
  return outcome;
}

Outcome query_update_result(MprServer& server, const InterfaceTarget& target, DWORD transport,
                            Answer& answer) {
  const auto& function = server.functions[kInterfaceQueryUpdateResult];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  if (!outcome.succeeded()) return outcome;
  DWORD result = 0;
  outcome = server.ask(function, server.handle, handle, transport, &result);
  if (outcome.succeeded()) answer.value = std::uint64_t{result};
  return outcome;
}

Outcome update_phonebook_info(MprServer& server, const InterfaceTarget& target, Answer& answer) {
  const auto& function = server.functions[kInterfaceUpdatePhonebookInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? server.act(function, server.handle, handle) : outcome;
}

}  // namespace

std::vector<Operation> interface_connecting_operations() {
  return {{"readInterfaceState", bind<read_interface_state>, {}},
          {"connectInterface", bind<connect_interface>, {&kInterfaceConnect}},
          {"disconnectInterface", bind<disconnect_interface>, {&kInterfaceDisconnect}},
          {"updateRoutes", bind<update_routes>, {&kInterfaceUpdateRoutes}},
          {"queryUpdateResult", bind<query_update_result>, {&kInterfaceQueryUpdateResult}},
          {"updatePhonebookInfo", bind<update_phonebook_info>, {&kInterfaceUpdatePhonebookInfo}}};
}

}  // namespace rras::api::mprapi
