// Lists and reads ports, and acts on one.
#include <chrono>
#include <utility>

#include "api/rassapi/parameters.h"
#include "api/rassapi/rassapi_server.h"
#include "records/port_record.h"
#include "shared/text.h"

namespace rras::api::rassapi {

namespace {

namespace old = abi::rassapi;
using abi::DWORD;
using abi::WORD;
using shared::bounded;

constexpr FunctionOfDll<abi::rassapi::PortGetInfo> kPortGetInfo{"RasAdminPortGetInfo"};
constexpr FunctionOfDll<abi::rassapi::PortDisconnect> kPortDisconnect{"RasAdminPortDisconnect"};

DWORD seconds_since(DWORD start) {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return seconds > start ? static_cast<DWORD>(seconds - start) : 0;
}

// 1 to 7 become 0 to 6, as in mprapi. Other numbers stay as they are and count as unknown.
void set_condition(Port& port, DWORD line_condition) {
  port.condition_known = line_condition >= old::RAS_PORT_NON_OPERATIONAL &&
                         line_condition <= old::RAS_PORT_INITIALIZING;
  port.condition = port.condition_known ? line_condition - 1 : line_condition;
}

Port port_of(const old::RAS_PORT_0& raw, std::uint64_t ordinal) {
  Port port;
  port.handle = ordinal;
  port.name = bounded(raw.wszPortName);
  port.media_name = shared::ArrayText(raw.wszMediaName);
  port.device_name = shared::ArrayText(raw.wszDeviceName);
  port.device_type = shared::ArrayText(raw.wszDeviceType);
  // No document says what the fields of the user hold while nobody is on the port; it may be the
  // last caller.
  if ((raw.Flags & old::USER_AUTHENTICATED) != 0) {
    port.user = &raw;
    if (raw.dwStartSessionTime != 0) port.connect_duration = seconds_since(raw.dwStartSessionTime);
  }
  return port;
}

// The buffers of RasAdminPortGetInfo.
struct Details {
  explicit Details(const RassapiServer& server)
      : parameters(server.functions[kFreeBuffer].pointer()) {}

  old::RAS_PORT_1 port{};
  old::RAS_PORT_STATISTICS statistics{};
  DllBuffer<old::RAS_PARAMETERS> parameters;
};

Outcome read(RassapiServer& server, const std::u16string& port, Details& details) {
  return server.ask(server.functions[kPortGetInfo], server.address(), port.c_str(), &details.port,
                    &details.statistics, details.parameters.out());
}

Port port_of(const Details& details, std::uint64_t ordinal) {
  Port port = port_of(details.port.rasport0, ordinal);
  set_condition(port, details.port.LineCondition);
  return port;
}

// The listing has no condition. RasAdminPortGetInfo returns it for each port, together with the
// user who is on the port at that moment. Both are taken from there, so that they match.
template <typename Visit>
Outcome visit_listed(RassapiServer& server, const old::RAS_PORT_0& listed, std::uint64_t ordinal,
                     Visit visit) {
  Port port = port_of(listed, ordinal);
  set_condition(
      port, (listed.Flags & old::USER_AUTHENTICATED) != 0 ? old::RAS_PORT_AUTHENTICATED : DWORD{0});
  // Must outlive the visit, because the port's texts are views into it.
  Details details(server);
  if (server.functions[kPortGetInfo].exported()) {
    Outcome outcome = read(server, std::u16string(port.name), details);
    // The port was removed since it was listed. Only the listing has it.
    bool gone = outcome.status == abi::status::ERROR_DEV_NOT_EXIST ||
                outcome.status == abi::status::ERROR_INVALID_PORT_HANDLE;
    if (!outcome.succeeded() && !gone) return outcome;
    if (!gone) {
      Port now = port_of(details, ordinal);
      now.name = port.name;
      port = now;
    }
  }
  visit(port);
  return {Verdict::answered, abi::status::SUCCESS, server.functions[kPortEnum].name};
}

template <typename Visit>
Outcome visit_ports(RassapiServer& server, Visit visit) {
  const auto& function = server.functions[kPortEnum];
  DllBuffer<old::RAS_PORT_0> ports(server.functions[kFreeBuffer].pointer());
  WORD count = 0;
  DWORD status = function.call(server.address(), ports.out(), &count);
  if (status != abi::status::SUCCESS) return {Verdict::answered, status, function.name};
  if (count > 0 && !ports) return {Verdict::unreadable, status, function.name};
  for (WORD i = 0; i < count; ++i) {
    Outcome outcome = visit_listed(server, ports.get()[i], i, visit);
    if (!outcome.succeeded()) return outcome;
  }
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

// The API has neither pages nor connections.
Outcome enum_ports(RassapiServer& server, DWORD /*preferred*/,
                   std::optional<std::uint64_t> connection, Answer& answer) {
  if (connection) return dialect_lacks(server.functions[kPortEnum].name);
  records::RowPacker& rows = answer.tables.of(records::kUserPort);
  return visit_ports(server, [&](const Port& port) { records::kUserPort.pack(port, rows); });
}

// The API has no connections: a session is a port with its user.
Outcome read_sessions(RassapiServer& server, Answer& answer) {
  return enum_ports(server, 0, std::nullopt, answer);
}

Outcome get_port(RassapiServer& server, const PortTarget& target, Answer& answer) {
  Details details(server);
  Outcome outcome = read(server, target.name, details);
  if (!outcome.succeeded()) return outcome;
  std::vector<records::RassapiParameter> parameters;
  if (!read_parameters(details.port, details.parameters.get(), parameters)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.tables.add(records::kUserPort, port_of(details, target.handle));
  answer.tables.add(records::kRassapiPort, details.port);
  answer.tables.add(records::kRassapiStatistics, details.statistics);
  answer.tables.of(records::kRassapiParameter);
  for (const auto& parameter : parameters) {
    answer.tables.add(records::kRassapiParameter, parameter);
  }
  return outcome;
}

Outcome held_against_listing(RassapiServer& server, const PortTarget& target,
                             const Expectation& expected, Answer& answer) {
  bool found = false;
  bool met = false;
  Outcome outcome = visit_ports(server, [&](const Port& port) {
    if (port.name != target.name || found) return;
    found = true;
    met = meets(port, expected);
    if (!met) answer.tables.add(records::kUserPort, port);
  });
  if (!outcome.succeeded() || met) return outcome;
  if (!found) return concluded(abi::status::ERROR_DEV_NOT_EXIST, outcome.function);
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

Outcome held_against(RassapiServer& server, const PortTarget& target, const Expectation& expected,
                     Answer& answer) {
  if (!server.functions[kPortGetInfo].exported()) {
    return held_against_listing(server, target, expected, answer);
  }
  Details details(server);
  Outcome outcome = read(server, target.name, details);
  if (!outcome.succeeded()) return outcome;
  Port port = port_of(details, target.handle);
  if (meets(port, expected)) return outcome;
  answer.tables.add(records::kUserPort, port);
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

// With an expectation, the port is read first. If the port does not meet it, nothing is done and
// the answer has the port as it is now.
template <const auto& function_of_dll>
Outcome act(RassapiServer& server, const PortTarget& port,
            const std::optional<Expectation>& expected, Answer& answer) {
  const auto function = server.functions[function_of_dll];
  if (!function.exported()) return function.lacking();
  if (expected) {
    Outcome check = held_against(server, port, *expected, answer);
    if (!check.succeeded()) return check;
  }
  return server.act(function, server.address(), port.name.c_str());
}

}  // namespace

std::vector<Operation> port_operations() {
  return {{"enumPorts", bind<enum_ports>, {&kPortEnum}},
          {"readSessions", bind<read_sessions>, {}},
          {"getPort", bind<get_port>, {&kPortGetInfo}},
          {"disconnectPort", bind<act<kPortDisconnect>>, {&kPortDisconnect}},
          {"clearPortStats", bind<act<kPortClearStatistics>>, {&kPortClearStatistics}}};
}

}  // namespace rras::api::rassapi
