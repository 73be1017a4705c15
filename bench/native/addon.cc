// The functions of the benchmarks' native part for JavaScript.
#include <napi.h>

#include <memory>
#include <optional>
#include <string>

#include "async_worker.h"
#include "c_loop.h"
#include "server.h"
#include "thread_time.h"

namespace rras::bench {

namespace {

Napi::Value fail(Napi::Env env, const char* message) {
  Napi::Error::New(env, message).ThrowAsJavaScriptException();
  return env.Undefined();
}

// new PlainServer(path, address): a server that is connected with plain C calls. A null `address`
// is the local server.
class PlainServer final : public Napi::ObjectWrap<PlainServer> {
 public:
  static Napi::Function define(Napi::Env env) {
    return DefineClass(env, "PlainServer",
                       {
                           InstanceMethod<&PlainServer::PortLoop>("portLoop"),
                           InstanceMethod<&PlainServer::ConnectionLoop>("connectionLoop"),
                           InstanceMethod<&PlainServer::DisconnectPort>("disconnectPort"),
                           InstanceMethod<&PlainServer::Close>("close"),
                       });
  }

  explicit PlainServer(const Napi::CallbackInfo& info) : Napi::ObjectWrap<PlainServer>(info) {
    if (!info[0].IsString()) {
      fail(info.Env(), "The path of a library is needed");
      return;
    }
    os::Opening opening = os::SharedLibrary::open_path(info[0].As<Napi::String>().Utf8Value());
    if (!opening.library) {
      fail(info.Env(), "The library cannot be opened");
      return;
    }
    std::optional<std::u16string> address;
    if (info[1].IsString()) address = info[1].As<Napi::String>().Utf16Value();
    auto server = std::make_shared<Server>(std::move(*opening.library));
    if (server->connect(address)) {
      server_ = std::move(server);
    } else {
      fail(info.Env(), "The server cannot be reached");
    }
  }

 private:
  // Runs on the calling thread and returns the number of ports.
  Napi::Value PortLoop(const Napi::CallbackInfo& info) {
    if (server_ == nullptr) return fail(info.Env(), "The server is closed");
    return counted(info.Env(), loop_.ports(*server_));
  }

  // (level?): without a level, connections as Windows Server 2008 R2 and later list them.
  Napi::Value ConnectionLoop(const Napi::CallbackInfo& info) {
    if (server_ == nullptr) return fail(info.Env(), "The server is closed");
    if (!info[0].IsNumber()) return counted(info.Env(), loop_.connections_ex(*server_));
    return counted(info.Env(),
                   loop_.connections(*server_, info[0].As<Napi::Number>().Uint32Value()));
  }

  static Napi::Value counted(Napi::Env env, std::optional<std::size_t> count) {
    if (!count) return fail(env, "The server does not list them");
    return Napi::Number::New(env, static_cast<double>(*count));
  }

  // (handle)
  Napi::Value DisconnectPort(const Napi::CallbackInfo& info) {
    if (server_ == nullptr) return fail(info.Env(), "The server is closed");
    if (!info[0].IsNumber()) return fail(info.Env(), "The handle of a port is needed");
    auto handle = static_cast<std::uint64_t>(info[0].As<Napi::Number>().Int64Value());
    return disconnect_port(info.Env(), server_, handle);
  }

  Napi::Value Close(const Napi::CallbackInfo& info) {
    server_.reset();
    return info.Env().Undefined();
  }

  std::shared_ptr<Server> server_;
  CLoop loop_;
};

Napi::Value ThreadTime(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), thread_time_in_nanoseconds());
}

}  // namespace

}  // namespace rras::bench

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("PlainServer", rras::bench::PlainServer::define(env));
  exports.Set("threadTime", Napi::Function::New<rras::bench::ThreadTime>(env, "threadTime"));
  return exports;
}

NODE_API_MODULE(rras_bench, Init)
