// Ports: how they are listed and read, and what can be done to one.
#include "api/mprapi/mpr_server.h"
#include "api/mprapi/pages.h"
#include "records/bounded.h"
#include "records/port_details_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::DWORD;
using abi::HANDLE;
using records::bounded;

constexpr DWORD kEverythingAtOnce = 0xFFFFFFFF;

// What an idle port has for a connection is documented nowhere. On an authenticated port every
// value is one; elsewhere nothing and the "all" marker, in 32 bits or widened, are none.
bool is_connection(std::uint64_t id, DWORD condition) {
  if (condition == mpr::RAS_PORT_AUTHENTICATED) return true;
  return id != 0 && id != 0xFFFFFFFFu && id != kEveryConnection;
}

Port port_of(const mpr::RAS_PORT_0& raw) {
  Port port;
  port.handle = id_of(raw.hPort);
  if (is_connection(id_of(raw.hConnection), raw.dwPortCondition)) {
    port.connection = id_of(raw.hConnection);
  }
  port.condition = raw.dwPortCondition;
  port.condition_known = raw.dwPortCondition <= mpr::RAS_PORT_INITIALIZING;
  port.total_calls = raw.dwTotalNumberOfCalls;
  port.connect_duration = raw.dwConnectDuration;
  port.name = bounded(raw.wszPortName);
  port.media_name = bounded(raw.wszMediaName);
  port.device_name = bounded(raw.wszDeviceName);
  port.device_type = bounded(raw.wszDeviceType);
  return port;
}

}  // namespace

Outcome MprServer::enum_ports(DWORD preferred, std::optional<std::uint64_t> connection,
                              const PortVisitor& visit) {
  const auto& function = functions_.port_enum;
  const std::uint64_t of = connection.value_or(kEveryConnection);
  if (!fits_handle(of)) {
    return {Verdict::answered, abi::status::ERROR_INVALID_HANDLE, function.name};
  }
  using Struct = mpr::RAS_PORT_0;
  return every_page<Struct>(
      function.name, functions_.buffer_free.pointer(), &Struct::hPort,
      [&](DllBuffer<Struct>& page, DWORD* entries, DWORD* total, DWORD* resume) {
        return function.call(handle_, DWORD{0}, handle_of(of), page.out_bytes(), preferred, entries,
                             total, resume);
      },
      [&](const Struct& port) { visit(port_of(port)); });
}

Outcome MprServer::get_port(const PortTarget& port, records::Tables& answer) {
  const auto& function = functions_.port_get_info;
  if (!fits_handle(port.handle)) {
    return {Verdict::answered, abi::status::ERROR_INVALID_PORT_HANDLE, function.name};
  }
  auto listed = buffer<mpr::RAS_PORT_0>();
  Outcome outcome = read(listed, function, handle_, DWORD{0}, handle_of(port.handle));
  if (!outcome.succeeded()) return outcome;
  auto details = buffer<mpr::RAS_PORT_1>();
  outcome = read(details, function, handle_, DWORD{1}, handle_of(port.handle));
  if (!outcome.succeeded()) return outcome;
  answer.add(records::kPort, port_of(*listed.get()));
  answer.add(records::kPortDetails, *details.get());
  return outcome;
}

Outcome MprServer::disconnect_port(const PortTarget& port,
                                   const std::optional<Expectation>& expected,
                                   const PortVisitor& changed) {
  return act(functions_.port_disconnect, port, expected, changed);
}

Outcome MprServer::reset_port(const PortTarget& port, const std::optional<Expectation>& expected,
                              const PortVisitor& changed) {
  return act(functions_.port_reset, port, expected, changed);
}

Outcome MprServer::clear_port_stats(const PortTarget& port,
                                    const std::optional<Expectation>& expected,
                                    const PortVisitor& changed) {
  return act(functions_.port_clear_stats, port, expected, changed);
}

template <typename Pointer>
Outcome MprServer::act(const Function<Pointer>& function, const PortTarget& port,
                       const std::optional<Expectation>& expected, const PortVisitor& changed) {
  if (!function.exported()) return function.lacking();
  if (!fits_handle(port.handle)) {
    return {Verdict::answered, abi::status::ERROR_INVALID_PARAMETER, function.name};
  }
  if (expected) {
    Outcome check = held_against(port, *expected, changed);
    if (!check.succeeded()) return check;
    if (!is_wanted()) return unwanted(function);
  }
  return ask(function, handle_, handle_of(port.handle));
}

Outcome MprServer::held_against(const PortTarget& target, const Expectation& expected,
                                const PortVisitor& changed) {
  bool found = false;
  bool met = false;
  auto judge = [&](const Port& port) {
    if (port.handle != target.handle || found) return;
    found = true;
    met = meets(port, expected);
    if (!met) changed(port);
  };
  Outcome outcome = read_port(target, judge);
  if (!outcome.succeeded() || met) return outcome;
  if (!found) {
    return {Verdict::answered, abi::status::ERROR_INVALID_PORT_HANDLE, outcome.function};
  }
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

Outcome MprServer::read_port(const PortTarget& target, const PortVisitor& visit) {
  const auto& function = functions_.port_get_info;
  if (!function.exported()) return enum_ports(kEverythingAtOnce, std::nullopt, visit);
  auto port = buffer<mpr::RAS_PORT_0>();
  Outcome outcome = read(port, function, handle_, DWORD{0}, handle_of(target.handle));
  if (outcome.succeeded()) visit(port_of(*port.get()));
  return outcome;
}

}  // namespace rras::api::mprapi
