// The addon: what it exports. Each operation reads its arguments on the main thread, does its work
// on the lane of its connection, and comes back as a promise of a reply. What can be asked of a
// connected server stands in one file for each family of functions.
#include <napi.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "addon/arguments.h"
#include "addon/call.h"
#include "addon/connection.h"
#include "addon/environment.h"
#include "addon/replies.h"
#include "api/open_dialect.h"
#include "lane/crew.h"
#include "lane/injected_fault.h"
#include "library/pinned_module.h"
#include "records/catalogue.h"

namespace rras::addon {

namespace {

using api::Outcome;
using lane::Lane;

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
    lane->cancel_by(opened.dialect->canceller());
    api::Connecting connecting = opened.dialect->connect(server);
    std::shared_ptr<Connection> connection;
    if (connecting.server) {
      connecting.server->stop_when([lane] { return lane->given_up(); });
      connection = std::make_shared<Connection>(lane, std::move(connecting.server));
    }
    return std::make_unique<ConnectReply>(connecting.outcome, opened, connection);
  };
  return Environment::of(info.Env())->begin(info.Env(), ticket, lane, work);
}

// (ticket, connection)
Napi::Value ServerDisconnect(const Napi::CallbackInfo& info) {
  Call call(info);
  return call.for_reply(
      [](Connection& connection) { return std::make_unique<Reply>(connection.disconnect()); },
      Environment::Withdrawal::never);
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

// (fault, times): what each is about stands in lane/injected_fault.h.
Napi::Value InjectFaultForTests(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  std::u16string name = arguments.text(0);
  abi::DWORD times = arguments.dword(1);
  const auto* fault = std::find(std::begin(lane::kFaults), std::end(lane::kFaults),
                                std::string(name.begin(), name.end()));
  arguments.expect(fault != std::end(lane::kFaults), "fault");
  if (!arguments.good()) return arguments.reject();
  auto chosen = static_cast<lane::Fault>(fault - std::begin(lane::kFaults));
  return Napi::Number::New(info.Env(), lane::inject_fault(chosen, times));
}

template <typename Names>
Napi::Array names(Napi::Env env, const Names& list) {
  Napi::Array array = Napi::Array::New(env);
  for (const auto& name : list) array.Set(array.Length(), Napi::String::New(env, name));
  return array;
}

// The columns of each record.
Napi::Object records_object(Napi::Env env) {
  Napi::Object object = Napi::Object::New(env);
  for (const records::Described& record : records::catalogue()) {
    object.Set(record.name, names(env, record.columns));
  }
  return object;
}

// The names of the functions behind each operation, dialect by dialect.
Napi::Object functions_object(Napi::Env env) {
  Napi::Object object = Napi::Object::New(env);
  for (const api::DialectFunctions& dialect : api::functions_of_dialects()) {
    Napi::Object operations = Napi::Object::New(env);
    for (const api::OperationFunctions& operation : dialect.operations) {
      operations.Set(operation.operation, names(env, operation.functions));
    }
    object.Set(dialect.dialect, operations);
  }
  return object;
}

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  library::pin_module();
  // If it fails, the first call tries again and can tell its caller why.
  static_cast<void>(Environment::install(env));
  add<Connect>(exports, "connect");
  add<ServerDisconnect>(exports, "serverDisconnect");
  add_port_calls(exports);
  add_server_calls(exports);
  add_credential_calls(exports);
  add_user_calls(exports);
  add_device_calls(exports);
  add_connection_calls(exports);
  add_notification_calls(exports);
  add<Abandon>(exports, "abandon");
  add<LimitThreads>(exports, "limitThreads");
  add<ThreadCount>(exports, "threadCount");
  add<InjectFaultForTests>(exports, "injectFaultForTests");
  // The lists that TypeScript has too: it compares them when it loads the addon.
  exports.Set("verdicts", names(env, api::kVerdicts));
  exports.Set("refusals", names(env, library::kRefusals));
  exports.Set("records", records_object(env));
  exports.Set("functions", functions_object(env));
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
