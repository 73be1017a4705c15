// Connections, as JavaScript asks for them.
#include "addon/call.h"

namespace rras::addon {

namespace {

using api::ConnectionExpectation;
using api::Outcome;
using records::Tables;

// (ticket, connection, preferredBytes)
Napi::Value EnumConnections(const Napi::CallbackInfo& info) {
  Call call(info);
  abi::DWORD preferred = call.arguments.dword(2);
  return call.for_tables([preferred](api::Server& server, Tables& answer) {
    return server.enum_connections(preferred, answer);
  });
}

// (ticket, connection, handle)
Napi::Value GetConnection(const Napi::CallbackInfo& info) {
  Call call(info);
  std::uint64_t handle = call.arguments.id(2);
  return call.for_tables([handle](api::Server& server, Tables& answer) {
    return server.get_connection(handle, answer);
  });
}

using ConnectionAction = Outcome (api::Server::*)(std::uint64_t,
                                                  const std::optional<ConnectionExpectation>&,
                                                  Tables&);

// (ticket, connection, handle, expected?)
template <ConnectionAction action, TablesReply::Keep keep>
Napi::Value ActOnConnection(const Napi::CallbackInfo& info) {
  Call call(info);
  std::uint64_t handle = call.arguments.id(2);
  std::optional<ConnectionExpectation> expected = call.arguments.connection_expectation(3);
  return call.for_tables(
      [handle, expected](api::Server& server, Tables& answer) {
        return (server.*action)(handle, expected, answer);
      },
      keep);
}

// (ticket, connection, address)
Napi::Value RemoveQuarantineByAddress(const Napi::CallbackInfo& info) {
  Call call(info);
  abi::DWORD address = call.arguments.dword(2);
  return call.for_status(
      [address](api::Server& server) { return server.remove_quarantine_by_address(address); });
}

// (ticket, connection, handle, text, expected?)
Napi::Value SendUserMessage(const Napi::CallbackInfo& info) {
  Call call(info);
  std::uint64_t handle = call.arguments.id(2);
  std::u16string text = call.arguments.text(3);
  std::optional<ConnectionExpectation> expected = call.arguments.connection_expectation(4);
  return call.for_tables([handle, text, expected](api::Server& server, Tables& answer) {
    return server.send_user_message(handle, text, expected, answer);
  });
}

// (ticket, connection, handle, interfaceIndex, localEndpoint, remoteEndpoint)
Napi::Value UpdateConnection(const Napi::CallbackInfo& info) {
  Call call(info);
  std::uint64_t handle = call.arguments.id(2);
  api::ConnectionUpdate update{call.arguments.dword(3), call.arguments.text(4),
                               call.arguments.text(5)};
  return call.for_status(
      [handle, update](api::Server& server) { return server.update_connection(handle, update); });
}

}  // namespace

void add_connection_calls(Napi::Object exports) {
  using Keep = TablesReply::Keep;
  using Server = api::Server;
  add<EnumConnections>(exports, "enumConnections");
  add<GetConnection>(exports, "getConnection");
  add<ActOnConnection<&Server::disconnect_connection, Keep::always>>(exports,
                                                                     "disconnectConnection");
  add<ActOnConnection<&Server::clear_connection_stats, Keep::of_success>>(exports,
                                                                          "clearConnectionStats");
  add<ActOnConnection<&Server::remove_quarantine, Keep::of_success>>(exports, "removeQuarantine");
  add<RemoveQuarantineByAddress>(exports, "removeQuarantineByAddress");
  add<SendUserMessage>(exports, "sendUserMessage");
  add<UpdateConnection>(exports, "updateConnection");
}

}  // namespace rras::addon
