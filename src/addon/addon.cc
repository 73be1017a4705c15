// The addon: what JavaScript can call. Each operation reads its arguments here, does its work on
// the lane of its connection, and comes back as a promise of a reply.
#include <napi.h>

#include <memory>
#include <optional>
#include <utility>

#include "addon/arguments.h"
#include "addon/connection.h"
#include "addon/environment.h"
#include "addon/replies.h"
#include "api/open_dialect.h"
#include "lane/crew.h"
#include "library/pinned_module.h"
#include "records/port_record.h"

namespace rras::addon {

namespace {

using api::Outcome;
using lane::Lane;
using records::RowPacker;

// (ticket, library, server)
Napi::Value Connect(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  api::LibraryChoice choice = arguments.library_choice(1);
  std::optional<std::u16string> server = arguments.server_name(2);
  if (!arguments.good()) return arguments.reject();

  auto lane = std::make_shared<Lane>();
  auto work = [lane, choice, server]() -> std::unique_ptr<Reply> {
    api::OpenedDialect opened = api::open_dialect(choice);
    if (!opened.dialect) {
      return std::make_unique<ConnectReply>(Outcome{api::Verdict::no_library, 0, ""}, opened,
                                            nullptr);
    }
    api::Connecting connecting = opened.dialect->connect(server);
    std::shared_ptr<Connection> connection;
    if (connecting.server) {
      connection = std::make_shared<Connection>(lane, std::move(connecting.server));
    }
    return std::make_unique<ConnectReply>(connecting.outcome, opened, connection);
  };
  return Environment::of(info.Env())->begin(info.Env(), ticket, lane, work);
}

// (ticket, connection, preferredBytes)
Napi::Value EnumPorts(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  std::shared_ptr<Connection> connection = arguments.connection(1);
  abi::DWORD preferred = arguments.dword(2);
  if (!arguments.good()) return arguments.reject();

  auto work = [connection, preferred]() -> std::unique_ptr<Reply> {
    RowPacker rows;
    Outcome outcome = connection->call([&](api::Server& server) {
      return server.enum_ports(preferred, [&](const api::Port& port) { pack(port, rows); });
    });
    return std::make_unique<RowsReply>(outcome, std::move(rows));
  };
  return Environment::of(info.Env())->begin(info.Env(), ticket, connection->lane(), work);
}

using PortAction = Outcome (api::Server::*)(const api::PortTarget&,
                                            const std::optional<api::Expectation>&,
                                            const api::PortVisitor&);

// (ticket, connection, handle, name, expected?)
Napi::Value ActOnPort(const Napi::CallbackInfo& info, PortAction action) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  std::shared_ptr<Connection> connection = arguments.connection(1);
  api::PortTarget port = arguments.port_target(2, 3);
  std::optional<api::Expectation> expected = arguments.expectation(4);
  if (!arguments.good()) return arguments.reject();

  auto work = [connection, port, expected, action]() -> std::unique_ptr<Reply> {
    RowPacker rows;
    Outcome outcome = connection->call([&](api::Server& server) {
      return (server.*action)(port, expected, [&](const api::Port& now) { pack(now, rows); });
    });
    if (outcome.verdict != api::Verdict::port_changed) return std::make_unique<Reply>(outcome);
    return std::make_unique<RowsReply>(outcome, std::move(rows));
  };
  return Environment::of(info.Env())->begin(info.Env(), ticket, connection->lane(), work);
}

Napi::Value DisconnectPort(const Napi::CallbackInfo& info) {
  return ActOnPort(info, &api::Server::disconnect_port);
}

Napi::Value ResetPort(const Napi::CallbackInfo& info) {
  return ActOnPort(info, &api::Server::reset_port);
}

// (ticket, connection)
Napi::Value ServerDisconnect(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  std::shared_ptr<Connection> connection = arguments.connection(1);
  if (!arguments.good()) return arguments.reject();

  auto work = [connection]() -> std::unique_ptr<Reply> {
    return std::make_unique<Reply>(connection->disconnect());
  };
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, connection->lane(), work, Environment::Withdrawal::never);
}

// (ticket)
Napi::Value Abandon(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  if (!arguments.good()) return arguments.reject();
  Environment::of(info.Env())->abandon(info.Env(), ticket);
  return info.Env().Undefined();
}

// (count)
Napi::Value LimitThreads(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  abi::DWORD count = arguments.dword(0);
  if (!arguments.good()) return arguments.reject();
  lane::Crew::of_process().limit(count);
  return info.Env().Undefined();
}

// How many threads of the package there are, blocked ones too.
Napi::Value ThreadCount(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(lane::Crew::of_process().threads()));
}

template <std::size_t N>
Napi::Array names(Napi::Env env, const char* const (&list)[N]) {
  Napi::Array array = Napi::Array::New(env, N);
  for (std::size_t i = 0; i < N; ++i) {
    array.Set(static_cast<std::uint32_t>(i), Napi::String::New(env, list[i]));
  }
  return array;
}

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  library::pin_module();
  Environment::install(env);
  exports.Set("connect", Napi::Function::New<Connect>(env, "connect"));
  exports.Set("enumPorts", Napi::Function::New<EnumPorts>(env, "enumPorts"));
  exports.Set("disconnectPort", Napi::Function::New<DisconnectPort>(env, "disconnectPort"));
  exports.Set("resetPort", Napi::Function::New<ResetPort>(env, "resetPort"));
  exports.Set("serverDisconnect", Napi::Function::New<ServerDisconnect>(env, "serverDisconnect"));
  exports.Set("abandon", Napi::Function::New<Abandon>(env, "abandon"));
  exports.Set("limitThreads", Napi::Function::New<LimitThreads>(env, "limitThreads"));
  exports.Set("threadCount", Napi::Function::New<ThreadCount>(env, "threadCount"));
  // The lists that TypeScript has too: it compares them when it loads the addon.
  exports.Set("verdicts", names(env, api::kVerdicts));
  exports.Set("refusals", names(env, library::kRefusals));
  Napi::Object records = Napi::Object::New(env);
  records.Set("port", names(env, records::kPortColumns));
  exports.Set("records", records);
  return exports;
}

}  // namespace

}  // namespace rras::addon

namespace {

Napi::Object InitAddon(Napi::Env env, Napi::Object exports) {
  return rras::addon::Init(env, exports);
}

}  // namespace

NODE_API_MODULE(rras, InitAddon)
