// The addon: what it exports.
#include <napi.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "addon/operations.h"
#include "addon/server_session.h"
#include "api/open_dialect.h"
#include "lane/crew.h"
#include "lane/injected_fault.h"
#include "os/pinned_module.h"
#include "records/catalogue.h"

namespace rras::addon {

namespace {

using api::Outcome;
using lane::Lane;

std::unique_ptr<Reply> connect(const std::shared_ptr<Lane>& lane, const api::LibraryChoice& choice,
                               api::Side side, const api::Name& server) {
  api::OpenedDialect opened = api::open_dialect(choice);
  if (!opened.dialect) {
    return std::make_unique<ConnectReply>(Outcome{api::Verdict::no_library, 0, ""}, opened, side,
                                          nullptr);
  }
  lane->cancel_by(opened.dialect->canceller());
  api::Connecting connecting = opened.dialect->connect(side, server);
  std::shared_ptr<ServerSession> session;
  if (connecting.server) {
    connecting.server->ask_before_acting([lane] { return lane->begin_to_act(); });
    session = std::make_shared<ServerSession>(lane, std::move(connecting.server));
  }
  return std::make_unique<ConnectReply>(connecting.outcome, opened, side, session);
}

// (ticket, library, server)
template <api::Side side>
Napi::Value Connect(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  api::LibraryChoice choice = arguments.library_choice();
  auto server = arguments.next<api::Name>();
  if (!arguments.good()) return arguments.reject();
  auto lane = std::make_shared<Lane>();
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, lane,
              job_of([lane, choice, server] { return connect(lane, choice, side, server); }));
}

// (ticket, session)
Napi::Value ServerDisconnect(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<ServerSession> session = arguments.session();
  if (!arguments.good()) return arguments.reject();
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, session->lane(),
              job_of([session] { return std::make_unique<Reply>(session->disconnect()); }),
              Environment::Withdrawal::never);
}

// (ticket), to whether the operation may have changed something.
Napi::Value Abandon(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  if (!arguments.good()) return arguments.reject();
  bool may_have_acted = Environment::of(info.Env())->abandon(info.Env(), ticket);
  return Napi::Boolean::New(info.Env(), may_have_acted);
}

// (count)
Napi::Value LimitThreads(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  auto count = arguments.next<abi::DWORD>();
  if (!arguments.good()) return arguments.reject();
  lane::Crew::of_process().limit(count);
  return info.Env().Undefined();
}

// How many threads of the package there are, blocked ones too.
Napi::Value ThreadCount(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(lane::Crew::of_process().threads()));
}

// (fault, times): lane/injected_fault.h describes the faults.
Napi::Value InjectFaultForTests(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  auto name = arguments.next<std::u16string>();
  auto times = arguments.next<abi::DWORD>();
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
  os::pin_module();
  // If it fails, the first call tries again and can tell its caller why.
  static_cast<void>(Environment::install(env));
  add<Connect<api::Side::running>>(exports, "connect");
  add<Connect<api::Side::stored>>(exports, "connectConfig");
  add<ServerDisconnect>(exports, "serverDisconnect");
  add_operations(exports);
  add_notification_calls(exports);
  add<Abandon>(exports, "abandon");
  add<LimitThreads>(exports, "limitThreads");
  add<ThreadCount>(exports, "threadCount");
  add<InjectFaultForTests>(exports, "injectFaultForTests");
  // TypeScript has the same lists, and compares them when it loads the addon.
  exports.Set("verdicts", names(env, api::kVerdicts));
  exports.Set("refusals", names(env, os::kRefusals));
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
