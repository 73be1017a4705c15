// Lists and reads ports, and acts on one.
#include "api/mprapi/port_listing.h"
#include "records/port_details_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<abi::mpr::PortGetInfo> kPortGetInfo{"MprAdminPortGetInfo",
                                                            "RasAdminPortGetInfo"};
constexpr FunctionOfDll<abi::mpr::PortReset> kPortReset{"MprAdminPortReset", "RasAdminPortReset"};
constexpr FunctionOfDll<abi::mpr::PortClearStats> kPortClearStats{"MprAdminPortClearStats",
                                                                  "RasAdminPortClearStats"};

Outcome enum_ports(MprServer& server, DWORD preferred, std::optional<std::uint64_t> connection,
                   Answer& answer) {
  records::RowPacker& rows = answer.tables.of(records::kPort);
  return visit_ports(
      server, preferred, connection, [&](const Port& port) { records::kPort.pack(port, rows); },
      records::kPort.room_in(rows));
}

Outcome get_port(MprServer& server, const PortTarget& port, Answer& answer) {
  const auto& function = server.functions[kPortGetInfo];
  if (!fits_handle(port.handle)) {
    return concluded(abi::status::ERROR_INVALID_PORT_HANDLE, function.name);
  }
  auto listed = server.buffer<mpr::RAS_PORT_0>();
  Outcome outcome = server.read(listed, function, server.handle, DWORD{0}, handle_of(port.handle));
  if (!outcome.succeeded()) return outcome;
  auto details = server.buffer<mpr::RAS_PORT_1>();
  outcome = server.read(details, function, server.handle, DWORD{1}, handle_of(port.handle));
  if (!outcome.succeeded()) return outcome;
  answer.tables.add(records::kPort, port_of(*listed.get()));
  answer.tables.add(records::kPortDetails, *details.get());
  return outcome;
}

// Reads a port before an action on it.
template <typename Visit>
Outcome read_port(MprServer& server, const PortTarget& target, Visit visit) {
  const auto& function = server.functions[kPortGetInfo];
  if (!function.exported()) return visit_ports(server, kEverythingAtOnce, std::nullopt, visit);
  auto port = server.buffer<mpr::RAS_PORT_0>();
  Outcome outcome = server.read(port, function, server.handle, DWORD{0}, handle_of(target.handle));
  if (outcome.succeeded()) visit(port_of(*port.get()));
  return outcome;
}

Outcome held_against(MprServer& server, const PortTarget& target, const Expectation& expected,
                     Answer& answer) {
  bool found = false;
  bool met = false;
  Outcome outcome = read_port(server, target, [&](const Port& port) {
    if (port.handle != target.handle || found) return;
    found = true;
    met = meets(port, expected);
    if (!met) answer.tables.add(records::kPort, port);
  });
  if (!outcome.succeeded() || met) return outcome;
  if (!found) {
    return concluded(abi::status::ERROR_INVALID_PORT_HANDLE, outcome.function);
  }
  return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
}

// With an expectation, the port is read first. If the port does not meet it, nothing is done and
// the answer has the port as it is now.
template <const auto& function_of_dll>
Outcome act(MprServer& server, const PortTarget& port, const std::optional<Expectation>& expected,
            Answer& answer) {
  const auto function = server.functions[function_of_dll];
  if (!function.exported()) return function.lacking();
  if (!fits_handle(port.handle)) {
    return concluded(abi::status::ERROR_INVALID_PARAMETER, function.name);
  }
  if (expected) {
    Outcome check = held_against(server, port, *expected, answer);
    if (!check.succeeded()) return check;
  }
  return server.act(function, server.handle, handle_of(port.handle));
}

}  // namespace

std::vector<Operation> port_operations() {
  return {{"enumPorts", bind<enum_ports>, {&kPortEnum}},
          {"getPort", bind<get_port>, {&kPortGetInfo}},
          {"disconnectPort", bind<act<kPortDisconnect>>, {&kPortDisconnect}},
          {"resetPort", bind<act<kPortReset>>, {&kPortReset}},
          {"clearPortStats", bind<act<kPortClearStats>>, {&kPortClearStats}}};
}

}  // namespace rras::api::mprapi
