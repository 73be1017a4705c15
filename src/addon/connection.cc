#include "addon/connection.h"

#include <utility>

namespace rras::addon {

namespace {

using Holder = std::shared_ptr<Connection>;

// Any object can be given where a connection is expected; only a tagged one is unwrapped.
constexpr napi_type_tag kConnectionTag = {0x7d3f0c9a51b84e62, 0x9b1e64a2c07f4d35};

}  // namespace

Connection::Connection(std::shared_ptr<lane::Lane> lane, std::unique_ptr<api::Server> server)
    : lane_(std::move(lane)), server_(std::move(server)) {}

Connection::~Connection() {
  if (disconnected_) return;
  // Should no thread be had, the handle is lost: to call here could block the main thread.
  lane_->post([server = server_] { server->disconnect(); });
}

api::Outcome Connection::disconnect() {
  if (disconnected_.exchange(true)) {
    return {api::Verdict::answered, abi::status::ERROR_INVALID_HANDLE, ""};
  }
  return server_->disconnect();
}

napi_value connection_object(napi_env env, std::shared_ptr<Connection> connection) {
  napi_value object = nullptr;
  if (napi_create_object(env, &object) != napi_ok) return nullptr;
  auto holder = std::make_unique<Holder>(std::move(connection));
  auto finalize = [](napi_env, void* data, void*) {
    std::unique_ptr<Holder> let_go(static_cast<Holder*>(data));
  };
  if (napi_wrap(env, object, holder.get(), finalize, nullptr, nullptr) != napi_ok) return nullptr;
  // From here on the object owns it.
  static_cast<void>(holder.release());
  if (napi_type_tag_object(env, object, &kConnectionTag) != napi_ok) return nullptr;
  return object;
}

std::shared_ptr<Connection> connection_of(Napi::Value value) {
  if (!value.IsObject()) return nullptr;
  Napi::Object object = value.As<Napi::Object>();
  if (!object.CheckTypeTag(&kConnectionTag)) return nullptr;
  void* data = nullptr;
  if (napi_unwrap(value.Env(), value, &data) != napi_ok || data == nullptr) return nullptr;
  return *static_cast<Holder*>(data);
}

}  // namespace rras::addon
