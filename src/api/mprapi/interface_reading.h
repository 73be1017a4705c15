// Finds and reads one interface, for the operations on interfaces.
#pragma once

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/unknown_level.h"
#include "records/interface_records.h"

namespace rras::api::mprapi {

inline constexpr FunctionOfDll<abi::mpr::InterfaceGetInfo> kInterfaceGetInfo{
    "MprAdminInterfaceGetInfo"};
inline constexpr FunctionOfDll<abi::mpr::InterfaceGetHandle> kInterfaceGetHandle{
    "MprAdminInterfaceGetHandle"};

// The handle of the interface that the target means. Nothing is read.
Outcome find_interface(MprServer& server, const InterfaceTarget& target, abi::HANDLE& handle);

// Finds the interface and reads it. If it is not what the target expects, nothing may be done, and
// the answer has it as it is now.
Outcome read_interface(MprServer& server, const InterfaceTarget& target, abi::HANDLE& handle,
                       DllBuffer<abi::mpr::MPR_INTERFACE_0>& now, Answer& answer);

// The same right before an action. A bare handle is not read: there is nothing to compare.
Outcome expect_interface(MprServer& server, const InterfaceTarget& target, abi::HANDLE& handle,
                         Answer& answer);

// Whether the server may lack the level, so that an older one is tried.
bool is_beyond_interfaces(MprServer& server, abi::DWORD level, const Outcome& outcome);

// Reads the phone-book entry of a demand-dial interface at the better of the levels 2 and 3 that
// the server has. `use(entry, level)` is called while the blocks exist that the entry points to,
// and returns the outcome.
template <typename Use>
Outcome with_entry(MprServer& server, abi::HANDLE handle, Use use) {
  namespace fields = shared::interfaces;
  const auto& function = server.functions[kInterfaceGetInfo];
  const auto used = [&](const fields::Entry& entry, abi::DWORD level, Outcome outcome) {
    if (records::interfaces::is_whole(entry)) return use(entry, level);
    outcome.verdict = Verdict::unreadable;
    return outcome;
  };
  if (server.knows_interface_level[3]) {
    auto level3 = server.buffer<abi::mpr::MPR_INTERFACE_3>();
    Outcome outcome = server.read(level3, function, server.handle, handle, abi::DWORD{3});
    if (outcome.succeeded()) return used(*level3.get(), 3, outcome);
    if (!is_beyond_interfaces(server, 3, outcome)) return outcome;
  }
  auto level2 = server.buffer<abi::mpr::MPR_INTERFACE_2>();
  Outcome outcome = server.read(level2, function, server.handle, handle, abi::DWORD{2});
  if (!outcome.succeeded()) return outcome;
  return used(fields::entry_of(*level2.get()), 2, outcome);
}

}  // namespace rras::api::mprapi
