// Verbs on servers as such: that they are there, what state they are in, how they behave.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"
#include "simulator/dialect.h"

namespace rras::simulator::verbs {

Server& server_of(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->server(to_number(info[0]));
  server.settle();
  return server;
}

Napi::Value add_server(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->add_server(to_text(info[0]));
  server.quirks = dialect().quirks;
  return Napi::Number::New(info.Env(), static_cast<double>(scene.world->server_count() - 1));
}

Napi::Value find_server(Scene& scene, const Napi::CallbackInfo& info) {
  const Server* server = scene.world->find_server(to_text(info[0]));
  for (std::size_t i = 0; server != nullptr && i < scene.world->server_count(); ++i) {
    if (&scene.world->server(i) == server) {
      return Napi::Number::New(info.Env(), static_cast<double>(i));
    }
  }
  return info.Env().Undefined();
}

Napi::Value state(Scene& scene, const Napi::CallbackInfo& info) {
  const Server& server = server_of(scene, info);
  Napi::Object state = Napi::Object::New(info.Env());
  state.Set("running", server.running());
  state.Set("lanOnly", server.lan_only);
  state.Set("denied", server.denied);
  return state;
}

Napi::Value set_state(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  const auto state = info[1].As<Napi::Object>();
  const auto take = [&](const char* name, auto&& apply) {
    const Napi::Value value = state.Get(name);
    if (!value.IsUndefined()) {
      apply(value.As<Napi::Boolean>().Value());
    }
  };
  take("running", [&](bool running) { running ? server.start() : server.stop(); });
  take("lanOnly", [&](bool lan_only) { server.lan_only = lan_only; });
  take("denied", [&](bool denied) { server.denied = denied; });
  return info.Env().Undefined();
}

Napi::Value quirks(Scene& scene, const Napi::CallbackInfo& info) {
  return to_js(info.Env(), server_of(scene, info).quirks);
}

Napi::Value set_quirks(Scene& scene, const Napi::CallbackInfo& info) {
  assign_quirks(server_of(scene, info).quirks, info[1].As<Napi::Object>());
  return info.Env().Undefined();
}

}  // namespace rras::simulator::verbs
