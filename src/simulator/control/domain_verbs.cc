// Verbs on domains.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

napi_value add_domain(Scene& scene, const js::Call& call) {
  World& world = *scene.world;
  std::vector<const Server*> controllers;
  for (const js::Given& index : call[1].list()) {
    controllers.push_back(&world.server(index.dword()));
  }
  world.directory().add(call[0].text(), std::move(controllers));
  return js::number(call.env(), static_cast<double>(world.directory().size() - 1));
}

napi_value domain_state(Scene& scene, const js::Call& call) {
  const Domain& domain = scene.world->directory().at(call[0].dword());
  js::Array registered(call.env(), domain.ras_servers.size());
  for (const auto& [key, name] : domain.ras_servers) {
    registered.append(js::text(call.env(), name));
  }
  js::Object state(call.env());
  state.set("reachable", js::flag(call.env(), domain.reachable));
  state.set("acceptsCaller", js::flag(call.env(), domain.accepts_caller));
  state.set("rasServers", registered.value());
  return state.value();
}

napi_value set_domain_state(Scene& scene, const js::Call& call) {
  Domain& domain = scene.world->directory().at(call[0].dword());
  if (const js::Given reachable = call[1]["reachable"]; reachable.there()) {
    domain.reachable = reachable.flag();
  }
  if (const js::Given accepts = call[1]["acceptsCaller"]; accepts.there()) {
    domain.accepts_caller = accepts.flag();
  }
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
