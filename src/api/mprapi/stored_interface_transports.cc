// The transports of an interface of the stored configuration.
#include "api/mprapi/information_block.h"
#include "api/mprapi/pages.h"
#include "api/mprapi/stored_interface.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<mpr::ConfigInterfaceTransportAdd> kStoredInterfaceTransportAdd{
    "MprConfigInterfaceTransportAdd"};
constexpr FunctionOfDll<mpr::ConfigInterfaceTransportRemove> kStoredInterfaceTransportRemove{
    "MprConfigInterfaceTransportRemove"};
constexpr FunctionOfDll<mpr::ConfigInterfaceTransportGetHandle> kStoredInterfaceTransportGetHandle{
    "MprConfigInterfaceTransportGetHandle"};
constexpr FunctionOfDll<mpr::ConfigInterfaceTransportGetInfo> kStoredInterfaceTransportGetInfo{
    "MprConfigInterfaceTransportGetInfo"};
constexpr FunctionOfDll<mpr::ConfigInterfaceTransportSetInfo> kStoredInterfaceTransportSetInfo{
    "MprConfigInterfaceTransportSetInfo"};
constexpr FunctionOfDll<mpr::ConfigInterfaceTransportEnum> kStoredInterfaceTransportEnum{
    "MprConfigInterfaceTransportEnum"};

// Calls `use(one, transport)` with the handles of both, if the interface is what the target
// expects.
template <typename Use>
Outcome with_stored_interface_transport(MprConfiguration& stored, const InterfaceTarget& target,
                                        DWORD id, Answer& answer, Use use) {
  return with_stored_interface(stored, target, answer, [&](HANDLE one) {
    return with_handle(
        stored, kStoredInterfaceTransportGetHandle,
        [&](HANDLE transport) { return use(one, transport); }, one, id);
  });
}

Outcome enum_stored_interface_transports(MprConfiguration& stored, const InterfaceTarget& target,
                                         Answer& answer) {
  const auto function = stored.functions[kStoredInterfaceTransportEnum];
  if (!function.exported()) return function.lacking();
  return with_stored_interface(stored, target, answer, [&](HANDLE one) {
    auto& rows = answer.tables.of(records::kTransportEntry);
    return every_page<mpr::MPR_IFTRANSPORT_0>(
        function.name, stored.functions[kConfigBufferFree].pointer(),
        &mpr::MPR_IFTRANSPORT_0::hIfTransport,
        [&](auto& buffer, DWORD* entries, DWORD* total, DWORD* resume) {
          return without_no_more_items(
              function.call(stored.handle, one, DWORD{0}, buffer.out_bytes(), kEverythingAtOnce,
                            entries, total, resume),
              entries);
        },
        [&](const mpr::MPR_IFTRANSPORT_0& entry) {
          records::kTransportEntry.pack(
              records::TransportEntry{entry.dwTransportId,
                                      shared::bounded(entry.wszIfTransportName)},
              rows);
        },
        NoRoom());
  });
}

Outcome get_stored_interface_transport(MprConfiguration& stored, const InterfaceTarget& target,
                                       DWORD id, Answer& answer) {
  return with_stored_interface_transport(
      stored, target, id, answer, [&](HANDLE one, HANDLE transport) {
        auto info = stored.buffer<BYTE>();
        DWORD size = 0;
        Outcome outcome = stored.ask(stored.functions[kStoredInterfaceTransportGetInfo],
                                     stored.handle, one, transport, info.out_bytes(), &size);
        return answer_interface_transport(outcome, info, size, answer);
      });
}

Outcome add_stored_interface_transport(MprConfiguration& stored, const InterfaceTarget& target,
                                       DWORD id, Bytes& info, Name& name, Answer& answer) {
  const auto function = stored.functions[kStoredInterfaceTransportAdd];
  if (!function.exported()) return function.lacking();
  return with_stored_interface(stored, target, answer, [&](HANDLE one) {
    HANDLE transport = nullptr;
    return stored.act(function, stored.handle, one, id, pointer_to(name), bytes_of(info),
                      size_of(info), &transport);
  });
}

Outcome set_stored_interface_transport(MprConfiguration& stored, const InterfaceTarget& target,
                                       DWORD id, Bytes& info, Answer& answer) {
  return with_stored_interface_transport(
      stored, target, id, answer, [&](HANDLE one, HANDLE transport) {
        return stored.act(stored.functions[kStoredInterfaceTransportSetInfo], stored.handle, one,
                          transport, bytes_of(info), size_of(info));
      });
}

Outcome remove_stored_interface_transport(MprConfiguration& stored, const InterfaceTarget& target,
                                          DWORD id, Answer& answer) {
  return with_stored_interface_transport(
      stored, target, id, answer, [&](HANDLE one, HANDLE transport) {
        return stored.act(stored.functions[kStoredInterfaceTransportRemove], stored.handle, one,
                          transport);
      });
}

}  // namespace

std::vector<Operation> stored_interface_transport_operations() {
  const FunctionsOfDll found = {&kStoredInterfaceGetHandle, &kStoredInterfaceGetInfo};
  FunctionsOfDll both = found;
  both.push_back(&kStoredInterfaceTransportGetHandle);
  return {{"configEnumInterfaceTransports",
           bind<enum_stored_interface_transports>,
           {&kStoredInterfaceTransportEnum},
           found},
          {"configGetInterfaceTransport",
           bind<get_stored_interface_transport>,
           {&kStoredInterfaceTransportGetInfo},
           both},
          {"configAddInterfaceTransport",
           bind<add_stored_interface_transport>,
           {&kStoredInterfaceTransportAdd},
           found},
          {"configSetInterfaceTransport",
           bind<set_stored_interface_transport>,
           {&kStoredInterfaceTransportSetInfo},
           both},
          {"configRemoveInterfaceTransport",
           bind<remove_stored_interface_transport>,
           {&kStoredInterfaceTransportRemove},
           both}};
}

}  // namespace rras::api::mprapi
