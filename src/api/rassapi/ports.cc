// Ports: how they are listed and read, and what can be done to one.
#include <chrono>
#include <utility>

#include "api/rassapi/parameters.h"
#include "api/rassapi/rassapi_server.h"
#include "records/bounded.h"

namespace rras::api::rassapi {

namespace {

namespace old = abi::rassapi;
using abi::DWORD;
using abi::WORD;
using records::bounded;

DWORD seconds_since(DWORD start) {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return seconds > start ? static_cast<DWORD>(seconds - start) : 0;
}

// 1 to 7 become 0 to 6, as mprapi counts; other numbers stay as they are, as unknown ones.
void set_condition(Port& port, DWORD line_condition) {
  port.condition_known = line_condition >= old::RAS_PORT_NON_OPERATIONAL &&
                         line_condition <= old::RAS_PORT_INITIALIZING;
  port.condition = port.condition_known ? line_condition - 1 : line_condition;
}

Port port_of(const old::RAS_PORT_0& raw, std::uint64_t ordinal) {
  Port port;
  port.handle = ordinal;
  port.name = bounded(raw.wszPortName);
  port.media_name = bounded(raw.wszMediaName);
  port.device_name = bounded(raw.wszDeviceName);
  port.device_type = bounded(raw.wszDeviceType);
  port.has_session = true;
  // What stands there while nobody is on the port is documented nowhere, and may be the last
  // caller.
  if ((raw.Flags & old::USER_AUTHENTICATED) != 0) {
    port.user_name = bounded(raw.wszUserName);
    port.computer = bounded(raw.wszComputer);
    port.logon_domain = bounded(raw.wszLogonDomain);
    port.session_start = raw.dwStartSessionTime;
    if (raw.dwStartSessionTime != 0) port.connect_duration = seconds_since(raw.dwStartSessionTime);
  }
  return port;
}

}  // namespace

Outcome RassapiServer::enum_ports(DWORD /* there are no pages */,
                                  std::optional<std::uint64_t> connection,
                                  const PortVisitor& visit) {
  const auto& function = functions_.port_enum;
  // The dialect knows no connections.
  if (connection) return dialect_lacks(function.name);
  DllBuffer<old::RAS_PORT_0> ports(functions_.free_buffer.pointer());
  WORD count = 0;
  DWORD status = function.call(server(), ports.out(), &count);
  if (status != abi::status::SUCCESS) return {Verdict::answered, status, function.name};
  if (count > 0 && !ports) return {Verdict::unreadable, status, function.name};
  for (WORD i = 0; i < count; ++i) {
    Outcome outcome = visit_listed(ports.get()[i], i, visit);
    if (!outcome.succeeded()) return outcome;
  }
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

Outcome RassapiServer::get_port(const PortTarget& target, records::Tables& answer) {
  Details details(functions_.free_buffer.pointer());
  Outcome outcome = read(target.name, details);
  if (!outcome.succeeded()) return outcome;
  std::vector<records::RassapiParameter> parameters;
  if (!read_parameters(details.port, details.parameters.get(), parameters)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  Port port = port_of(details.port.rasport0, target.handle);
  set_condition(port, details.port.LineCondition);
  answer.add(records::kPort, port);
  answer.add(records::kRassapiPort, details.port);
  answer.add(records::kRassapiStatistics, details.statistics);
  answer.of(records::kRassapiParameter);
  for (const auto& parameter : parameters) answer.add(records::kRassapiParameter, parameter);
  return outcome;
}

Outcome RassapiServer::disconnect_port(const PortTarget& port,
                                       const std::optional<Expectation>& expected,
                                       const PortVisitor& changed) {
  return act(functions_.port_disconnect, port, expected, changed);
}

Outcome RassapiServer::clear_port_stats(const PortTarget& port,
                                        const std::optional<Expectation>& expected,
                                        const PortVisitor& changed) {
  return act(functions_.port_clear_statistics, port, expected, changed);
}

template <typename Pointer>
Outcome RassapiServer::act(const Function<Pointer>& function, const PortTarget& port,
                           const std::optional<Expectation>& expected, const PortVisitor& changed) {
  if (!function.exported()) return function.lacking();
  if (expected) {
    Outcome check = held_against(port, *expected, changed);
    if (!check.succeeded()) return check;
    if (!is_wanted()) return unwanted(function);
  }
  return ask(function, server(), port.name.c_str());
}

// The listing has no condition: it stands in what RasAdminPortGetInfo tells of each port. Whoever
// is on the port by then is told there as well, and only the two together are of one moment.
Outcome RassapiServer::visit_listed(const old::RAS_PORT_0& listed, std::uint64_t ordinal,
                                    const PortVisitor& visit) {
  Port port = port_of(listed, ordinal);
  set_condition(
      port, (listed.Flags & old::USER_AUTHENTICATED) != 0 ? old::RAS_PORT_AUTHENTICATED : DWORD{0});
  // Beyond the visit, for the port's texts are views into it.
  Details details(functions_.free_buffer.pointer());
  if (functions_.port_get_info.exported()) {
    Outcome outcome = read(std::u16string(port.name), details);
    // The port went away since it was listed: what the listing said of it is all there is.
    bool gone = outcome.status == abi::status::ERROR_DEV_NOT_EXIST ||
                outcome.status == abi::status::ERROR_INVALID_PORT_HANDLE;
    if (!outcome.succeeded() && !gone) return outcome;
    if (!gone) {
      Port now = port_of(details.port.rasport0, ordinal);
      now.name = port.name;
      port = now;
      set_condition(port, details.port.LineCondition);
    }
  }
  visit(port);
  return {Verdict::answered, abi::status::SUCCESS, functions_.port_enum.name};
}

Outcome RassapiServer::read(const std::u16string& port, Details& details) {
  return ask(functions_.port_get_info, server(), port.c_str(), &details.port, &details.statistics,
             details.parameters.out());
}

Outcome RassapiServer::held_against(const PortTarget& target, const Expectation& expected,
                                    const PortVisitor& changed) {
  if (!functions_.port_get_info.exported()) return held_against_listing(target, expected, changed);
  Details details(functions_.free_buffer.pointer());
  Outcome outcome = read(target.name, details);
  if (!outcome.succeeded()) return outcome;
  Port port = port_of(details.port.rasport0, target.handle);
  set_condition(port, details.port.LineCondition);
  if (meets(port, expected)) return outcome;
  changed(port);
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

Outcome RassapiServer::held_against_listing(const PortTarget& target, const Expectation& expected,
                                            const PortVisitor& changed) {
  bool found = false;
  bool met = false;
  Outcome outcome = enum_ports(0, std::nullopt, [&](const Port& port) {
    if (port.name != target.name || found) return;
    found = true;
    met = meets(port, expected);
    if (!met) changed(port);
  });
  if (!outcome.succeeded() || met) return outcome;
  if (!found) return {Verdict::answered, abi::status::ERROR_DEV_NOT_EXIST, outcome.function};
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

}  // namespace rras::api::rassapi
