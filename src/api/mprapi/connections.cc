// Lists and reads connections at the best level that the server has.
//
// MprAdminConnectionEnumEx returns everything at once, since 2008 R2. Older servers have levels,
// each with a part: NT 4 has level 0, Windows 2000 added 1 and 2, 2008 added 3.
#include "api/mprapi/mpr_server.h"
#include "api/mprapi/pages.h"
#include "api/mprapi/port_listing.h"
#include "api/mprapi/unknown_level.h"
#include "records/connection_ex_record.h"
#include "records/connection_records.h"
#include "records/port_record.h"
#include "shared/text.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::DWORD;
using shared::bounded;

constexpr FunctionOfDll<abi::mpr::ConnectionEnum> kConnectionEnum{"MprAdminConnectionEnum",
                                                                  "RasAdminConnectionEnum"};
constexpr FunctionOfDll<abi::mpr::ConnectionEnumEx> kConnectionEnumEx{"MprAdminConnectionEnumEx"};
constexpr FunctionOfDll<abi::mpr::ConnectionGetInfo> kConnectionGetInfo{
    "MprAdminConnectionGetInfo", "RasAdminConnectionGetInfo"};
constexpr FunctionOfDll<abi::mpr::ConnectionGetInfoEx> kConnectionGetInfoEx{
    "MprAdminConnectionGetInfoEx"};

// Whether an older level or an older function may succeed.
bool is_beyond_server(const Outcome& outcome) {
  return outcome.verdict == Verdict::dialect_lacks || outcome.verdict == Verdict::library_lacks ||
         judge(Levels::connections, outcome) != LevelAnswer::other;
}

mpr::MPRAPI_OBJECT_HEADER header_of_connection() {
  return {mpr::MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1,
          mpr::MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT, sizeof(mpr::RAS_CONNECTION_EX)};
}

template <typename Struct>
void set_identity(const Struct& raw, ConnectionIdentity& identity) {
  identity.user_name = bounded(raw.wszUserName);
  identity.logon_domain = bounded(raw.wszLogonDomain);
  identity.computer = bounded(raw.wszRemoteComputer);
  identity.connect_duration = raw.dwConnectDuration;
}

// Tries the newest function and levels first. The ones that the server lacks are remembered.
template <typename AskEx, typename AskLevel>
Outcome at_best_level(MprServer& server, AskEx ask_ex, AskLevel ask_level) {
  if (server.knows_connection_ex) {
    Outcome outcome = ask_ex();
    if (!is_beyond_server(outcome)) return outcome;
    server.knows_connection_ex = judge(Levels::connections, outcome) != LevelAnswer::unknown;
  }
  Outcome outcome = ask_level(DWORD{0});
  if (!outcome.succeeded() || !server.library.has_levels) return outcome;
  for (DWORD level : {3U, 2U, 1U}) {
    // Level 3 has everything in level 2 except IPX and AppleTalk.
    if (!server.knows_connection_level[level] || (level == 2 && server.knows_connection_level[3]))
      continue;
    Outcome further = ask_level(level);
    if (further.succeeded()) continue;
    if (!is_beyond_server(further)) return further;
    server.knows_connection_level[level] =
        judge(Levels::connections, further) != LevelAnswer::unknown;
  }
  return outcome;
}

template <typename Struct, typename Record>
Outcome list_level(MprServer& server, DWORD level, const Record& record, DWORD preferred,
                   Answer& answer) {
  const auto& function = server.functions[kConnectionEnum];
  if (!function.exported()) return function.lacking();
  records::RowPacker rows;
  Outcome outcome = every_page<Struct>(
      function.name, server.functions[kBufferFree].pointer(), &Struct::hConnection,
      [&](DllBuffer<Struct>& page, DWORD* entries, DWORD* total, DWORD* resume) {
        return function.call(server.handle, level, page.out_bytes(), preferred, entries, total,
                             resume);
      },
      [&](const Struct& connection) { record.pack(connection, rows); }, record.room_in(rows));
  if (outcome.succeeded()) answer.tables.put(record, std::move(rows));
  return outcome;
}

Outcome list_ex(MprServer& server, DWORD preferred, Answer& answer) {
  const auto& function = server.functions[kConnectionEnumEx];
  if (!function.exported()) return function.lacking();
  using Struct = mpr::RAS_CONNECTION_EX;
  // With a smaller length, this function would return empty pages endlessly.
  if (preferred < sizeof(Struct)) preferred = sizeof(Struct);
  records::RowPacker rows;
  Outcome outcome = every_page<Struct>(
      function.name, server.functions[kBufferFree].pointer(), &Struct::hConnection,
      [&](DllBuffer<Struct>& page, DWORD* entries, DWORD* total, DWORD* resume) {
        mpr::MPRAPI_OBJECT_HEADER header = header_of_connection();
        return function.call(server.handle, &header, preferred, entries, total, page.out(), resume);
      },
      [&](const Struct& connection) { records::kConnectionEx.pack(connection, rows); },
      records::kConnectionEx.room_in(rows));
  if (outcome.succeeded()) answer.tables.put(records::kConnectionEx, std::move(rows));
  return outcome;
}

Outcome enum_connections(MprServer& server, DWORD preferred, Answer& answer) {
  auto ask_level = [&](DWORD level) {
    switch (level) {
      case 0:
        return list_level<mpr::RAS_CONNECTION_0>(server, 0, records::kConnection0, preferred,
                                                 answer);
      case 1:
        return list_level<mpr::RAS_CONNECTION_1>(server, 1, records::kConnection1, preferred,
                                                 answer);
      case 2:
        return list_level<mpr::RAS_CONNECTION_2>(server, 2, records::kConnection2, preferred,
                                                 answer);
      default:
        return list_level<mpr::RAS_CONNECTION_3>(server, 3, records::kConnection3, preferred,
                                                 answer);
    }
  };
  return at_best_level(
      server, [&] { return list_ex(server, preferred, answer); }, ask_level);
}

// The ports, and then the connections: lib/sessions/reading.ts tells why in this order. In one job,
// so that little changes in between.
Outcome read_sessions(MprServer& server, Answer& answer) {
  records::RowPacker& ports = answer.tables.of(records::kPort);
  Outcome outcome = visit_ports(
      server, kEverythingAtOnce, std::nullopt,
      [&](const Port& port) { records::kPort.pack(port, ports); }, records::kPort.room_in(ports));
  return outcome.succeeded() ? enum_connections(server, kEverythingAtOnce, answer) : outcome;
}

// The caller provides the struct. The page that says to free it with the DLL's function describes
// another way of calling: here that would free memory of the stack.
Outcome read_ex(MprServer& server, std::uint64_t handle, records::Tables& answer,
                ConnectionIdentity& identity) {
  mpr::RAS_CONNECTION_EX connection{};
  connection.Header = header_of_connection();
  Outcome outcome = server.ask(server.functions[kConnectionGetInfoEx], server.handle,
                               handle_of(handle), &connection);
  if (!outcome.succeeded()) return outcome;
  // The header is correct even if the DLL has not written anything. A connection that was written
  // has at least a handle or a user.
  const bool is_written = connection.hConnection != nullptr || connection.wszUserName[0] != 0;
  if (!is_readable(connection) || !is_written) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  set_identity(connection, identity);
  identity.guid = connection.guid;
  answer.add(records::kConnectionEx, connection);
  return outcome;
}

template <typename Struct, typename Record, typename Take>
Outcome read_level(MprServer& server, DWORD level, std::uint64_t handle, const Record& record,
                   records::Tables& answer, Take take) {
  auto connection = server.buffer<Struct>();
  // Level, then handle. The API's functions for interfaces have the other order.
  Outcome outcome = server.read(connection, server.functions[kConnectionGetInfo], server.handle,
                                level, handle_of(handle));
  if (!outcome.succeeded()) return outcome;
  take(*connection.get());
  answer.add(record, *connection.get());
  return outcome;
}

}  // namespace

Outcome read_connection(MprServer& server, std::uint64_t handle, records::Tables& answer,
                        ConnectionIdentity& identity) {
  if (!fits_handle(handle)) {
    return concluded(status::ERROR_INTERFACE_NOT_CONNECTED,
                     server.functions[kConnectionGetInfo].name);
  }
  auto take_guid = [&](const auto& raw) { identity.guid = raw.guid; };
  auto ask_level = [&](DWORD level) {
    switch (level) {
      case 0:
        return read_level<mpr::RAS_CONNECTION_0>(
            server, 0, handle, records::kConnection0, answer,
            [&](const mpr::RAS_CONNECTION_0& raw) { set_identity(raw, identity); });
      case 1:
        return read_level<mpr::RAS_CONNECTION_1>(server, 1, handle, records::kConnection1, answer,
                                                 [](const mpr::RAS_CONNECTION_1&) {});
      case 2:
        return read_level<mpr::RAS_CONNECTION_2>(server, 2, handle, records::kConnection2, answer,
                                                 take_guid);
      default:
        return read_level<mpr::RAS_CONNECTION_3>(server, 3, handle, records::kConnection3, answer,
                                                 take_guid);
    }
  };
  return at_best_level(
      server, [&] { return read_ex(server, handle, answer, identity); }, ask_level);
}

namespace {

Outcome get_connection(MprServer& server, std::uint64_t connection, Answer& answer) {
  ConnectionIdentity identity;
  return read_connection(server, connection, answer.tables, identity);
}

}  // namespace

std::vector<Operation> connection_operations() {
  return {{"enumConnections", bind<enum_connections>, {&kConnectionEnum, &kConnectionEnumEx}},
          {"readSessions", bind<read_sessions>, {}},
          {"getConnection", bind<get_connection>, {&kConnectionGetInfo, &kConnectionGetInfoEx}}};
}

}  // namespace rras::api::mprapi
