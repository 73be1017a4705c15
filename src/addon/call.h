// One call from JavaScript to a connected server, from its arguments to the promise of its reply:
//
//   Call call(info);                                         // (ticket, connection, …)
//   api::PortTarget port = call.arguments.port_target(2, 3);
//   return call.for_tables([port](api::Server& server, records::Tables& answer) { … });
#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <utility>

#include "addon/arguments.h"
#include "addon/environment.h"
#include "addon/replies.h"
#include "api/server.h"
#include "records/tables.h"

namespace rras::addon {

class Call {
 public:
  explicit Call(const Napi::CallbackInfo& info)
      : arguments(info),
        info_(info),
        ticket_(arguments.ticket(0)),
        connection_(arguments.connection(1)) {}

  Arguments arguments;

  using ForStatus = std::function<api::Outcome(api::Server&)>;
  using ForTables = std::function<api::Outcome(api::Server&, records::Tables&)>;

  // To be called last: they throw into JavaScript if an argument was wrong. What is asked runs on
  // the lane of the connection.
  Napi::Value for_status(ForStatus ask);
  Napi::Value for_tables(ForTables ask, TablesReply::Keep keep = TablesReply::Keep::of_success);

  // `work` makes the reply of connection->call(…).
  using Work = std::function<std::unique_ptr<Reply>(Connection&)>;
  Napi::Value for_reply(Work work,
                        Environment::Withdrawal withdrawal = Environment::Withdrawal::possible);

 private:
  const Napi::CallbackInfo& info_;
  double ticket_;
  std::shared_ptr<Connection> connection_;
};

// No exception may leave C++ here. What can be thrown is the lack of memory.
template <Napi::Value (*function)(const Napi::CallbackInfo&)>
Napi::Value guarded(const Napi::CallbackInfo& info) {
  try {
    return function(info);
  } catch (...) {
    Napi::Error::New(info.Env(), "rras: there is not enough memory for this call")
        .ThrowAsJavaScriptException();
    return info.Env().Undefined();
  }
}

// Makes the function a member of the exports.
template <Napi::Value (*function)(const Napi::CallbackInfo&)>
void add(Napi::Object exports, const char* name) {
  exports.Set(name, Napi::Function::New<guarded<function>>(exports.Env(), name));
}

// What JavaScript can call, family by family.
void add_port_calls(Napi::Object exports);
void add_server_calls(Napi::Object exports);
void add_credential_calls(Napi::Object exports);
void add_user_calls(Napi::Object exports);
void add_device_calls(Napi::Object exports);
void add_connection_calls(Napi::Object exports);
void add_notification_calls(Napi::Object exports);

}  // namespace rras::addon
