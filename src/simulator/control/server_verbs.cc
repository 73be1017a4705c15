// Verbs on servers: adding and finding them, their state and their quirks.
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
  server.generation = dialect().generation;
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
  const auto number = [&](auto word) { return js::number(call.env(), static_cast<double>(word)); };
  state.set("service", number(server.service()));
  state.set("generation", number(server.generation));
  state.set("edition", number(server.edition));
  state.set("domain", js::text(call.env(), server.domain));
  state.set("notImplemented", js::flag(call.env(), server.not_implemented));
  state.set("lanOnly", js::flag(call.env(), server.lan_only));
  state.set("denied", js::flag(call.env(), server.denied));
  state.set("paused", js::flag(call.env(), server.paused));
  return state.value();
}

napi_value set_state(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const auto take = [&](const char* name, auto&& apply) {
    const js::Given value = call[1][name];
    if (value.there()) {
      apply(value);
    }
  };
  take("service", [&](const js::Given& value) {
    switch (static_cast<Service>(value.dword())) {
      case Service::stopped:
        return server.stop();
      case Service::initializing:
        return server.begin_start();
      case Service::running:
        return server.start();
    }
  });
  take("generation",
       [&](const js::Given& value) { server.generation = static_cast<Generation>(value.dword()); });
  take("edition",
       [&](const js::Given& value) { server.edition = static_cast<Edition>(value.dword()); });
  take("domain", [&](const js::Given& value) { server.domain = value.text(); });
  take("notImplemented", [&](const js::Given& value) { server.not_implemented = value.flag(); });
  take("lanOnly", [&](const js::Given& value) { server.lan_only = value.flag(); });
  take("denied", [&](const js::Given& value) { server.denied = value.flag(); });
  take("paused", [&](const js::Given& value) { server.paused = value.flag(); });
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
