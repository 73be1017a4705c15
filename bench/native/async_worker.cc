#include "async_worker.h"

#include <utility>

namespace rras::bench {

namespace {

class DisconnectPort final : public Napi::AsyncWorker {
 public:
  DisconnectPort(Napi::Env env, std::shared_ptr<const Server> server, std::uint64_t handle)
      : Napi::AsyncWorker(env),
        deferred_(Napi::Promise::Deferred::New(env)),
        server_(std::move(server)),
        handle_(handle) {}

  Napi::Promise promise() const { return deferred_.Promise(); }

  void Execute() override { status_ = server_->disconnect_port(handle_); }
  void OnOK() override { deferred_.Resolve(Napi::Number::New(Env(), status_)); }

 private:
  const Napi::Promise::Deferred deferred_;
  const std::shared_ptr<const Server> server_;
  const std::uint64_t handle_;
  abi::DWORD status_ = 0;
};

}  // namespace

Napi::Promise disconnect_port(Napi::Env env, std::shared_ptr<const Server> server,
                              std::uint64_t handle) {
  auto worker = std::make_unique<DisconnectPort>(env, std::move(server), handle);
  Napi::Promise promise = worker->promise();
  worker->Queue();
  // A worker deletes itself when it is done.
  static_cast<void>(worker.release());
  return promise;
}

}  // namespace rras::bench
