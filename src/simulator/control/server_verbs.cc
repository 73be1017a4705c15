// Verbs on servers as such: that they are there, what state they are in, how they behave.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"
#include "simulator/dialect.h"

namespace rras::simulator::verbs {

Server& server_of(Scene& scene, const js::Call& call) {
  Server& server = scene.world->server(call[0].dword());
  server.settle();
  return server;
}

napi_value add_server(Scene& scene, const js::Call& call) {
  Server& server = scene.world->add_server(call[0].text());
  server.quirks = dialect().quirks;
  return js::number(call.env(), static_cast<double>(scene.world->server_count() - 1));
}

napi_value find_server(Scene& scene, const js::Call& call) {
  const Server* server = scene.world->find_server(call[0].text());
  for (std::size_t i = 0; server != nullptr && i < scene.world->server_count(); ++i) {
    if (&scene.world->server(i) == server) {
      return js::number(call.env(), static_cast<double>(i));
    }
  }
  return js::undefined(call.env());
}

napi_value state(Scene& scene, const js::Call& call) {
  const Server& server = server_of(scene, call);
  js::Object state(call.env());
  state.set("running", js::flag(call.env(), server.running()));
  state.set("lanOnly", js::flag(call.env(), server.lan_only));
  state.set("denied", js::flag(call.env(), server.denied));
  return state.value();
}

napi_value set_state(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const auto take = [&](const char* name, auto&& apply) {
    const js::Given value = call[1][name];
    if (value.there()) {
      apply(value.flag());
    }
  };
  take("running", [&](bool running) { running ? server.start() : server.stop(); });
  take("lanOnly", [&](bool lan_only) { server.lan_only = lan_only; });
  take("denied", [&](bool denied) { server.denied = denied; });
  return js::undefined(call.env());
}

napi_value quirks(Scene& scene, const js::Call& call) {
  return to_js(call.env(), server_of(scene, call).quirks);
}

napi_value set_quirks(Scene& scene, const js::Call& call) {
  assign_quirks(server_of(scene, call).quirks, call[1]);
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
