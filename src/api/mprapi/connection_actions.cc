// What can be done to a connection. The API knows one by an id that may be another caller's by now,
// so each action can be made to depend on who is on it.
#include <cstddef>
#include <utility>
#include <vector>

#include "api/mprapi/mpr_server.h"
#include "records/connection_records.h"
#include "records/port_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::DWORD;
using abi::WCHAR;

// False when the text does not fit with its terminator.
template <std::size_t N>
bool copy_text(const std::u16string& text, WCHAR (&into)[N]) {
  if (text.size() >= N) return false;
  text.copy(into, text.size());
  into[text.size()] = u'\0';
  return true;
}

// Of what several ports answered, the one to tell: a failure, else that it is under way.
DWORD worse(DWORD before, DWORD now) {
  bool failed = before != status::SUCCESS && before != status::PENDING;
  return failed || now == status::SUCCESS ? before : now;
}

// What a listing of its ports may answer for a connection that is not there.
bool is_no_connection(const Outcome& outcome) {
  return outcome.verdict == Verdict::answered &&
         (outcome.status == status::ERROR_INTERFACE_NOT_CONNECTED ||
          outcome.status == status::ERROR_INVALID_HANDLE ||
          outcome.status == status::ERROR_INVALID_PARAMETER);
}

}  // namespace

// Without an expectation nothing is read.
Outcome MprServer::check(std::uint64_t connection,
                         const std::optional<ConnectionExpectation>& expected,
                         const AnyFunction& function, records::Tables& answer) {
  if (!function.exported()) return function.lacking();
  if (!fits_handle(connection)) {
    return {Verdict::answered, status::ERROR_INTERFACE_NOT_CONNECTED, function.name};
  }
  if (!expected) return {Verdict::answered, status::SUCCESS, function.name};
  ConnectionIdentity identity;
  records::Tables now;
  Outcome outcome = read_connection(connection, now, identity);
  if (!outcome.succeeded()) return outcome;
  if (meets(identity, *expected)) return is_wanted() ? outcome : unwanted(function);
  answer = std::move(now);
  return {Verdict::connection_changed, status::SUCCESS, outcome.function};
}

Outcome MprServer::disconnect_connection(std::uint64_t connection,
                                         const std::optional<ConnectionExpectation>& expected,
                                         records::Tables& answer) {
  const auto& function = functions_.port_disconnect;
  if (!function.exported()) return function.lacking();
  if (!fits_handle(connection)) {
    return {Verdict::answered, status::ERROR_INTERFACE_NOT_CONNECTED, function.name};
  }

  // The API disconnects links. Should a server list other ports too, they are left alone.
  std::vector<std::uint64_t> links;
  records::RowPacker ports;
  Outcome listing = enum_ports(0xFFFFFFFF, connection, [&](const Port& port) {
    if (port.connection != connection) return;
    links.push_back(port.handle);
    records::kPort.pack(port, ports);
  });
  if (!listing.succeeded() && !is_no_connection(listing)) return listing;
  // The connection is read after its links: the session that has the handle then had it while they
  // were listed. Before them, it could end in between, and they would be another's.
  Outcome outcome = check(connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  if (!listing.succeeded()) return listing;
  if (links.empty()) {
    return {Verdict::answered, status::ERROR_INTERFACE_NOT_CONNECTED, outcome.function};
  }
  answer.put(records::kPort, std::move(ports));
  outcome = {Verdict::answered, status::SUCCESS, function.name};
  for (std::uint64_t link : links) {
    if (!is_wanted()) return unwanted(function);
    DWORD of_link = function.call(handle_, handle_of(link));
    answer.add(records::kPortStatus, records::PortStatus{link, of_link});
    outcome.status = worse(outcome.status, of_link);
  }
  return outcome;
}

Outcome MprServer::clear_connection_stats(std::uint64_t connection,
                                          const std::optional<ConnectionExpectation>& expected,
                                          records::Tables& answer) {
  const auto& function = functions_.connection_clear_stats;
  Outcome outcome = check(connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  return ask(function, handle_, handle_of(connection));
}

Outcome MprServer::remove_quarantine(std::uint64_t connection,
                                     const std::optional<ConnectionExpectation>& expected,
                                     records::Tables& answer) {
  const auto& function = functions_.connection_remove_quarantine;
  Outcome outcome = check(connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  return ask(function, handle_, handle_of(connection), abi::BOOL{0});
}

Outcome MprServer::remove_quarantine_by_address(DWORD address) {
  return ask(functions_.connection_remove_quarantine, handle_, handle_of(address), abi::BOOL{1});
}

Outcome MprServer::send_user_message(std::uint64_t connection, const std::u16string& text,
                                     const std::optional<ConnectionExpectation>& expected,
                                     records::Tables& answer) {
  const auto& function = functions_.send_user_message;
  Outcome outcome = check(connection, expected, function, answer);
  if (!outcome.succeeded()) return outcome;
  // The parameter is not const, so the function gets characters of its own.
  std::u16string message = text;
  return ask(function, handle_, handle_of(connection), message.data());
}

Outcome MprServer::update_connection(std::uint64_t connection, const ConnectionUpdate& update) {
  const auto& function = functions_.update_connection;
  records::Tables unused;
  Outcome outcome = check(connection, std::nullopt, function, unused);
  if (!outcome.succeeded()) return outcome;
  mpr::RAS_UPDATE_CONNECTION raw{};
  raw.Header = {mpr::MPRAPI_RAS_UPDATE_CONNECTION_OBJECT_REVISION_1,
                mpr::MPRAPI_OBJECT_TYPE_UPDATE_CONNECTION_OBJECT, sizeof raw};
  raw.dwIfIndex = update.interface_index;
  if (!copy_text(update.local_endpoint, raw.wszLocalEndpointAddress) ||
      !copy_text(update.remote_endpoint, raw.wszRemoteEndpointAddress)) {
    return {Verdict::answered, status::ERROR_INVALID_PARAMETER, function.name};
  }
  return ask(function, handle_, handle_of(connection), &raw);
}

// The service takes the handle from the process that has this one's id: on another machine, from
// whichever that is there.
Outcome MprServer::register_notification(abi::HANDLE event) {
  const auto& function = functions_.register_notification;
  if (function.exported() && name_) {
    return {Verdict::answered, status::ERROR_NOT_SUPPORTED, function.name};
  }
  return ask(function, handle_, event);
}

Outcome MprServer::deregister_notification(abi::HANDLE event) {
  return ask(functions_.deregister_notification, handle_, event);
}

}  // namespace rras::api::mprapi
