// Reads and changes entries of the MIB. Their content is TypeScript's business.
#include "records/mib_record.h"

#include "api/mprapi/mpr_server.h"

namespace rras::api::mprapi {

namespace {

using abi::BYTE;
using abi::DWORD;

constexpr FunctionOfDll<abi::mpr::MIBServerConnect> kMibConnect{"MprAdminMIBServerConnect"};
constexpr FunctionOfDll<abi::mpr::MIBServerDisconnect> kMibDisconnect{
    "MprAdminMIBServerDisconnect"};
constexpr FunctionOfDll<abi::mpr::MIBBufferFree> kMibBufferFree{"MprAdminMIBBufferFree"};
constexpr FunctionOfDll<abi::mpr::MIBEntryGet> kMibGet{"MprAdminMIBEntryGet"};
constexpr FunctionOfDll<abi::mpr::MIBEntryGetFirst> kMibGetFirst{"MprAdminMIBEntryGetFirst"};
constexpr FunctionOfDll<abi::mpr::MIBEntryGetNext> kMibGetNext{"MprAdminMIBEntryGetNext"};
constexpr FunctionOfDll<abi::mpr::MIBEntrySet> kMibSet{"MprAdminMIBEntrySet"};
constexpr FunctionOfDll<abi::mpr::MIBEntryCreate> kMibCreate{"MprAdminMIBEntryCreate"};
constexpr FunctionOfDll<abi::mpr::MIBEntryDelete> kMibDelete{"MprAdminMIBEntryDelete"};

// Connects to the server's MIB, unless that was done before.
Outcome open_mib(MprServer& server) {
  const auto function = server.functions[kMibConnect];
  if (server.mib != nullptr) return {Verdict::answered, abi::status::SUCCESS, function.name};
  // Without this function the handle could not be released.
  const auto release = server.functions[kMibDisconnect];
  if (!release.exported()) return release.lacking();
  abi::HANDLE handle = nullptr;
  const Outcome outcome = server.ask(function, pointer_to(server.name), &handle);
  if (outcome.succeeded()) server.mib = handle;
  return outcome;
}

// The transport, the client of it that answers, and what it is asked.
template <const auto& function_of_dll>
Outcome read_entry(MprServer& server, DWORD transport, DWORD client, Bytes& query, Answer& answer) {
  const auto function = server.functions[function_of_dll];
  const auto free = server.functions[kMibBufferFree];
  if (!function.exported()) return function.lacking();
  if (!free.exported()) return free.lacking();
  Outcome outcome = open_mib(server);
  if (!outcome.succeeded()) return outcome;
  DllBuffer<BYTE> entry(free.pointer());
  DWORD size = 0;
  outcome = server.ask(function, server.mib, transport, client, static_cast<void*>(query.data()),
                       static_cast<DWORD>(query.size()), entry.out_untyped(), &size);
  if (!outcome.succeeded()) return outcome;
  if (!entry.holds(size)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.tables.add(records::kMibEntry, records::MibEntry{entry.bytes(size)});
  return outcome;
}

template <const auto& function_of_dll>
Outcome change_entry(MprServer& server, DWORD transport, DWORD client, Bytes& entry) {
  const auto function = server.functions[function_of_dll];
  if (!function.exported()) return function.lacking();
  const Outcome opened = open_mib(server);
  if (!opened.succeeded()) return opened;
  return server.act(function, server.mib, transport, client, static_cast<void*>(entry.data()),
                    static_cast<DWORD>(entry.size()));
}

}  // namespace

void MprServer::close_mib() {
  if (mib != nullptr) functions[kMibDisconnect].call(mib);
  mib = nullptr;
}

FunctionsOfDll releases_of_mib() {
  return {&kMibDisconnect, &kMibBufferFree};
}

std::vector<Operation> mib_operations() {
  return {{"getMibEntry", bind<read_entry<kMibGet>>, {&kMibGet}, {&kMibConnect}},
          {"getFirstMibEntry", bind<read_entry<kMibGetFirst>>, {&kMibGetFirst}, {&kMibConnect}},
          {"getNextMibEntry", bind<read_entry<kMibGetNext>>, {&kMibGetNext}, {&kMibConnect}},
          {"setMibEntry", bind<change_entry<kMibSet>>, {&kMibSet}, {&kMibConnect}},
          {"createMibEntry", bind<change_entry<kMibCreate>>, {&kMibCreate}, {&kMibConnect}},
          {"deleteMibEntry", bind<change_entry<kMibDelete>>, {&kMibDelete}, {&kMibConnect}}};
}

}  // namespace rras::api::mprapi
