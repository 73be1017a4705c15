// Ports, as JavaScript asks for them.
#include "addon/call.h"
#include "records/port_record.h"

namespace rras::addon {

namespace {

using api::Outcome;
using records::kPort;
using records::RowPacker;

// (ticket, connection, preferredBytes, ofConnection?)
Napi::Value EnumPorts(const Napi::CallbackInfo& info) {
  Call call(info);
  abi::DWORD preferred = call.arguments.dword(2);
  std::optional<std::uint64_t> of = call.arguments.optional_id(3);
  return call.for_reply([preferred, of](Connection& connection) {
    RowPacker rows;
    Outcome outcome = connection.call([&](api::Server& server) {
      return server.enum_ports(preferred, of,
                               [&](const api::Port& port) { kPort.pack(port, rows); });
    });
    return std::make_unique<RowsReply>(outcome, std::move(rows));
  });
}

// (ticket, connection, handle, name)
Napi::Value GetPort(const Napi::CallbackInfo& info) {
  Call call(info);
  api::PortTarget port = call.arguments.port_target(2, 3);
  return call.for_tables([port](api::Server& server, records::Tables& answer) {
    return server.get_port(port, answer);
  });
}

using PortAction = Outcome (api::Server::*)(const api::PortTarget&,
                                            const std::optional<api::Expectation>&,
                                            const api::PortVisitor&);

// (ticket, connection, handle, name, expected?)
template <PortAction action>
Napi::Value ActOnPort(const Napi::CallbackInfo& info) {
  Call call(info);
  api::PortTarget port = call.arguments.port_target(2, 3);
  std::optional<api::Expectation> expected = call.arguments.expectation(4);
  return call.for_reply([port, expected](Connection& connection) -> std::unique_ptr<Reply> {
    RowPacker rows;
    Outcome outcome = connection.call([&](api::Server& server) {
      return (server.*action)(port, expected, [&](const api::Port& now) { kPort.pack(now, rows); });
    });
    if (outcome.verdict != api::Verdict::port_changed) return std::make_unique<Reply>(outcome);
    return std::make_unique<RowsReply>(outcome, std::move(rows));
  });
}

}  // namespace

void add_port_calls(Napi::Object exports) {
  add<EnumPorts>(exports, "enumPorts");
  add<GetPort>(exports, "getPort");
  add<ActOnPort<&api::Server::disconnect_port>>(exports, "disconnectPort");
  add<ActOnPort<&api::Server::reset_port>>(exports, "resetPort");
  add<ActOnPort<&api::Server::clear_port_stats>>(exports, "clearPortStats");
}

}  // namespace rras::addon
