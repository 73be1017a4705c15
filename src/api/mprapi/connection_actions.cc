// Actions on one connection. The API identifies it by an id that may belong to another caller by
// now, so each action can take an expectation.
#include <utility>
#include <vector>

#include "api/mprapi/port_listing.h"
#include "records/connection_records.h"
#include "records/port_record.h"
#include "shared/text.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::DWORD;

constexpr FunctionOfDll<abi::mpr::ConnectionClearStats> kConnectionClearStats{
    "MprAdminConnectionClearStats", "RasAdminConnectionClearStats"};
constexpr FunctionOfDll<abi::mpr::ConnectionRemoveQuarantine> kConnectionRemoveQuarantine{
    "MprAdminConnectionRemoveQuarantine"};
constexpr FunctionOfDll<abi::mpr::SendUserMessage> kSendUserMessage{"MprAdminSendUserMessage"};
constexpr FunctionOfDll<abi::mpr::UpdateConnection> kUpdateConnection{"MprAdminUpdateConnection"};

// The status to report for several ports: a failure first, then "pending".
DWORD worse(DWORD before, DWORD now) {
  bool failed = before != status::SUCCESS && before != status::PENDING;
  return failed || now == status::SUCCESS ? before : now;
}

// The codes that a listing of its ports may return for a connection that does not exist.
bool is_no_connection(const Outcome& outcome) {
  return outcome.verdict == Verdict::answered &&
         (outcome.status == status::ERROR_INTERFACE_NOT_CONNECTED ||
          outcome.status == status::ERROR_INVALID_HANDLE ||
          outcome.status == status::ERROR_INVALID_PARAMETER);
}

// Without an expectation nothing is read.
Outcome check(MprServer& server, std::uint64_t connection,
              const std::optional<ConnectionExpectation>& expected, const AnyFunction& function,
              Answer& answer) {
  if (!function.exported()) return function.lacking();
  if (!fits_handle(connection)) {
    return concluded(status::ERROR_INTERFACE_NOT_CONNECTED, function.name);
  }
  if (!expected) return {Verdict::answered, status::SUCCESS, function.name};
  ConnectionIdentity identity;
  records::Tables now;
  Outcome outcome = read_connection(server, connection, now, identity);
  if (!outcome.succeeded()) return outcome;
  if (meets(identity, *expected)) return outcome;
  answer.tables = std::move(now);
  return {Verdict::connection_changed, status::SUCCESS, outcome.function};
}

Outcome disconnect_connection(MprServer& server, std::uint64_t connection,
                              const std::optional<ConnectionExpectation>& expected,
                              Answer& answer) {
  const auto& function = server.functions[kPortDisconnect];
  if (!function.exported()) return function.lacking();
  if (!fits_handle(connection)) {
    return concluded(status::ERROR_INTERFACE_NOT_CONNECTED, function.name);
  }

  // The API disconnects links. If a server lists other ports too, they are left alone.
  std::vector<std::uint64_t> links;
  records::RowPacker ports;
  Outcome listing = visit_ports(server, kEverythingAtOnce, connection, [&](const Port& port) {
    if (port.connection != connection) return;
    links.push_back(port.handle);
    records::kPort.pack(port, ports);
  });
  if (!listing.succeeded() && !is_no_connection(listing)) return listing;
  // The connection is read after its links: if it has the expected session then, it had it while
  // they were listed. In the other order, the links could belong to a later session.
  Outcome outcome = check(server, connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  if (!listing.succeeded()) return listing;
  if (links.empty()) {
    return concluded(status::ERROR_INTERFACE_NOT_CONNECTED, outcome.function);
  }
  answer.counts_in_any_case = true;
  answer.tables.put(records::kPort, std::move(ports));
  outcome = {Verdict::answered, status::SUCCESS, function.name};
  for (std::uint64_t link : links) {
    Outcome of_link = server.act(function, server.handle, handle_of(link));
    // The caller has given up.
    if (!of_link.acted) return of_link;
    answer.tables.add(records::kPortStatus, records::PortStatus{link, of_link.status});
    outcome.status = worse(outcome.status, of_link.status);
    outcome.acted = true;
  }
  return outcome;
}

Outcome clear_connection_stats(MprServer& server, std::uint64_t connection,
                               const std::optional<ConnectionExpectation>& expected,
                               Answer& answer) {
  const auto& function = server.functions[kConnectionClearStats];
  Outcome outcome = check(server, connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  return server.act(function, server.handle, handle_of(connection));
}

Outcome remove_quarantine(MprServer& server, std::uint64_t connection,
                          const std::optional<ConnectionExpectation>& expected, Answer& answer) {
  const auto& function = server.functions[kConnectionRemoveQuarantine];
  Outcome outcome = check(server, connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  return server.act(function, server.handle, handle_of(connection), abi::BOOL{0});
}

Outcome remove_quarantine_by_address(MprServer& server, DWORD address) {
  return server.act(server.functions[kConnectionRemoveQuarantine], server.handle,
                    handle_of(address), abi::BOOL{1});
}

Outcome send_user_message(MprServer& server, std::uint64_t connection, const std::u16string& text,
                          const std::optional<ConnectionExpectation>& expected, Answer& answer) {
  const auto& function = server.functions[kSendUserMessage];
  Outcome outcome = check(server, connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  // The parameter is not const, so the function gets its own copy.
  std::u16string message = text;
  return server.act(function, server.handle, handle_of(connection), message.data());
}

Outcome update_connection(MprServer& server, std::uint64_t connection,
                          const ConnectionUpdate& update) {
  const auto& function = server.functions[kUpdateConnection];
  Answer unused;
  Outcome outcome = check(server, connection, std::nullopt, function, unused);
  if (!outcome.succeeded()) return outcome;
  mpr::RAS_UPDATE_CONNECTION raw{};
  raw.Header = {mpr::MPRAPI_RAS_UPDATE_CONNECTION_OBJECT_REVISION_1,
                mpr::MPRAPI_OBJECT_TYPE_UPDATE_CONNECTION_OBJECT, sizeof raw};
  raw.dwIfIndex = update.interface_index;
  if (!shared::copy_text(raw.wszLocalEndpointAddress, update.local_endpoint) ||
      !shared::copy_text(raw.wszRemoteEndpointAddress, update.remote_endpoint)) {
    return concluded(status::ERROR_INVALID_PARAMETER, function.name);
  }
  return server.act(function, server.handle, handle_of(connection), &raw);
}

}  // namespace

std::vector<Operation> connection_action_operations() {
  return {{"disconnectConnection", bind<disconnect_connection>, {&kPortDisconnect}},
          {"clearConnectionStats", bind<clear_connection_stats>, {&kConnectionClearStats}},
          {"removeQuarantine", bind<remove_quarantine>, {&kConnectionRemoveQuarantine}},
          {"removeQuarantineByAddress",
           bind<remove_quarantine_by_address>,
           {&kConnectionRemoveQuarantine}},
          {"sendUserMessage", bind<send_user_message>, {&kSendUserMessage}},
          {"updateConnection", bind<update_connection>, {&kUpdateConnection}}};
}

}  // namespace rras::api::mprapi
