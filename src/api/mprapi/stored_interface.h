// Finds and reads one interface of the stored configuration, for the operations on them.
#pragma once

#include <cstddef>
#include <utility>

#include "api/mprapi/mpr_configuration.h"
#include "records/interface_records.h"

namespace rras::api::mprapi {

inline constexpr FunctionOfDll<abi::mpr::ConfigInterfaceGetHandle> kStoredInterfaceGetHandle{
    "MprConfigInterfaceGetHandle"};
inline constexpr FunctionOfDll<abi::mpr::ConfigInterfaceGetInfo> kStoredInterfaceGetInfo{
    "MprConfigInterfaceGetInfo"};

// Reads an interface at the level of the struct.
template <typename Struct>
Outcome read_stored_interface(MprConfiguration& stored, abi::HANDLE handle, abi::DWORD level,
                              DllBuffer<Struct>& buffer) {
  const auto function = stored.functions[kStoredInterfaceGetInfo];
  abi::DWORD size = 0;
  Outcome outcome = stored.ask(function, stored.handle, handle, level, buffer.out_bytes(), &size);
  if (outcome.succeeded() && (!buffer || size < sizeof(Struct))) {
    outcome.verdict = Verdict::unreadable;
  }
  return outcome;
}

// The answer has the interface as it is, without its handle.
inline void answer_stored_interface(abi::mpr::MPR_INTERFACE_0 now, Answer& answer) {
  now.hInterface = nullptr;
  answer.tables.add(records::kInterface, now);
}

// Calls `use(handle)` if the interface is what the target expects. Otherwise nothing is done, and
// the answer has it as it is now.
template <typename Use>
Outcome with_stored_interface(MprConfiguration& stored, const InterfaceTarget& target,
                              Answer& answer, Use&& use) {
  Name name = target.name;
  return with_handle(
      stored, kStoredInterfaceGetHandle,
      [&](abi::HANDLE handle) {
        auto now = stored.buffer<abi::mpr::MPR_INTERFACE_0>();
        Outcome outcome = read_stored_interface(stored, handle, 0, now);
        if (!outcome.succeeded()) return outcome;
        if (meets(*now.get(), target)) return use(handle);
        answer_stored_interface(*now.get(), answer);
        return Outcome{Verdict::interface_changed, abi::status::SUCCESS, outcome.function};
      },
      pointer_to(name));
}

}  // namespace rras::api::mprapi
