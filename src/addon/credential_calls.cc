// The server's pre-shared key, as JavaScript asks for it and sets it. What is native of it is wiped
// as soon as JavaScript or the DLL has it.
#include <cstring>

#include "addon/call.h"

namespace rras::addon {

namespace {

using api::Secret;

class SecretReply final : public Reply {
 public:
  SecretReply(const api::Outcome& outcome, Secret&& secret)
      : Reply(outcome), has_secret_(outcome.succeeded()), secret_(std::move(secret)) {}

  napi_value to_object(napi_env env) override {
    ObjectWriter object = written(env);
    if (!has_secret_) return object.object();
    void* bytes = nullptr;
    napi_value buffer = nullptr;
    if (napi_create_arraybuffer(env, secret_.size(), &bytes, &buffer) != napi_ok) return nullptr;
    if (secret_.size() > 0) std::memcpy(bytes, secret_.data(), secret_.size());
    object.set("secret", buffer);
    return object.object();
  }

 private:
  bool has_secret_;
  Secret secret_;
};

// (ticket, connection)
Napi::Value GetCredentials(const Napi::CallbackInfo& info) {
  return Call(info).for_reply([](Connection& connection) {
    Secret key;
    api::Outcome outcome =
        connection.call([&](api::Server& server) { return server.get_credentials(key); });
    return std::make_unique<SecretReply>(outcome, std::move(key));
  });
}

// (ticket, connection, key?)
Napi::Value SetCredentials(const Napi::CallbackInfo& info) {
  Call call(info);
  // Shared, for what runs on the lane is copied and the secret is not.
  auto key = std::make_shared<Secret>(call.arguments.secret(2));
  return call.for_status([key](api::Server& server) { return server.set_credentials(*key); });
}

}  // namespace

void add_credential_calls(Napi::Object exports) {
  add<GetCredentials>(exports, "getCredentials");
  add<SetCredentials>(exports, "setCredentials");
}

}  // namespace rras::addon
