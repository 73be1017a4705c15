// The transports (router managers) of the stored configuration.
#include "api/mprapi/information_block.h"
#include "api/mprapi/mpr_configuration.h"
#include "api/mprapi/pages.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;
using abi::WCHAR;

constexpr FunctionOfDll<mpr::ConfigTransportCreate> kStoredTransportCreate{
    "MprConfigTransportCreate"};
constexpr FunctionOfDll<mpr::ConfigTransportDelete> kStoredTransportDelete{
    "MprConfigTransportDelete"};
constexpr FunctionOfDll<mpr::ConfigTransportGetHandle> kStoredTransportGetHandle{
    "MprConfigTransportGetHandle"};
constexpr FunctionOfDll<mpr::ConfigTransportGetInfo> kStoredTransportGetInfo{
    "MprConfigTransportGetInfo"};
constexpr FunctionOfDll<mpr::ConfigTransportSetInfo> kStoredTransportSetInfo{
    "MprConfigTransportSetInfo"};
constexpr FunctionOfDll<mpr::ConfigTransportEnum> kStoredTransportEnum{"MprConfigTransportEnum"};

// No path is longer.
constexpr std::size_t kLongestPath = 32768;

template <typename Use>
Outcome with_stored_transport(MprConfiguration& stored, DWORD id, Use&& use) {
  return with_handle(stored, kStoredTransportGetHandle, use, id);
}

Outcome create_stored_transport(MprConfiguration& stored, DWORD id, Name& name, Block& global,
                                Block& client, Name& dll) {
  HANDLE transport = nullptr;
  return stored.act(stored.functions[kStoredTransportCreate], stored.handle, id, pointer_to(name),
                    bytes_of(global), size_of(global), bytes_of(client), size_of(client),
                    pointer_to(dll), &transport);
}

Outcome delete_stored_transport(MprConfiguration& stored, DWORD id) {
  return with_stored_transport(stored, id, [&](HANDLE transport) {
    return stored.act(stored.functions[kStoredTransportDelete], stored.handle, transport);
  });
}

Outcome set_stored_transport(MprConfiguration& stored, DWORD id, Block& global, Block& client,
                             Name& dll) {
  return with_stored_transport(stored, id, [&](HANDLE transport) {
    return stored.act(stored.functions[kStoredTransportSetInfo], stored.handle, transport,
                      bytes_of(global), size_of(global), bytes_of(client), size_of(client),
                      pointer_to(dll));
  });
}

Outcome get_stored_transport(MprConfiguration& stored, DWORD id, Answer& answer) {
  return with_stored_transport(stored, id, [&](HANDLE transport) {
    auto global = stored.buffer<BYTE>();
    auto client = stored.buffer<BYTE>();
    // No document says who frees it. By the rule of the family it is this function as well.
    auto dll = stored.buffer<WCHAR>();
    DWORD global_size = 0;
    DWORD client_size = 0;
    Outcome outcome =
        stored.ask(stored.functions[kStoredTransportGetInfo], stored.handle, transport,
                   global.out_bytes(), &global_size, client.out_bytes(), &client_size, dll.out());
    if (!outcome.succeeded()) return outcome;
    if (!global.holds(global_size) || !client.holds(client_size)) {
      outcome.verdict = Verdict::unreadable;
      return outcome;
    }
    std::u16string_view path;
    if (dll) path = {dll.get(), shared::length_of(dll.get(), kLongestPath)};
    answer.tables.add(
        records::kStoredTransport,
        records::StoredTransport{global.bytes(global_size), client.bytes(client_size), path});
    return outcome;
  });
}

Outcome enum_stored_transports(MprConfiguration& stored, Answer& answer) {
  const auto function = stored.functions[kStoredTransportEnum];
  if (!function.exported()) return function.lacking();
  auto& rows = answer.tables.of(records::kTransportEntry);
  return every_page<mpr::MPR_TRANSPORT_0>(
      function.name, stored.functions[kConfigBufferFree].pointer(),
      &mpr::MPR_TRANSPORT_0::hTransport,
      [&](auto& buffer, DWORD* entries, DWORD* total, DWORD* resume) {
        return without_no_more_items(function.call(stored.handle, DWORD{0}, buffer.out_bytes(),
                                                   kEverythingAtOnce, entries, total, resume),
                                     entries);
      },
      [&](const mpr::MPR_TRANSPORT_0& entry) {
        records::kTransportEntry.pack(
            records::TransportEntry{entry.dwTransportId, shared::bounded(entry.wszTransportName)},
            rows);
      },
      NoRoom());
}

}  // namespace

std::vector<Operation> stored_transport_operations() {
  return {{"configCreateTransport", bind<create_stored_transport>, {&kStoredTransportCreate}},
          {"configDeleteTransport",
           bind<delete_stored_transport>,
           {&kStoredTransportDelete},
           {&kStoredTransportGetHandle}},
          {"configGetTransport",
           bind<get_stored_transport>,
           {&kStoredTransportGetInfo},
           {&kStoredTransportGetHandle}},
          {"configSetTransport",
           bind<set_stored_transport>,
           {&kStoredTransportSetInfo},
           {&kStoredTransportGetHandle}},
          {"configEnumTransports", bind<enum_stored_transports>, {&kStoredTransportEnum}}};
}

}  // namespace rras::api::mprapi
