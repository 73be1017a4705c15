// Verbs on ports.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

Napi::Value add_ports(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  const std::size_t before = server.ports().size();
  server.add_ports(static_cast<PortType>(to_number(info[1])), to_number(info[2]));
  return to_js(info.Env(), server, before);
}

Napi::Value add_port(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  const std::size_t before = server.ports().size();
  server.add_port(to_port_by_hand(info[1].As<Napi::Object>()));
  return to_js(info.Env(), server, before);
}

Napi::Value remove_port(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  server.remove_port(to_port(server, info[1]));
  return info.Env().Undefined();
}

// The ordinal of the port with this name; 0 if there is none.
Napi::Value find_port(Scene& scene, const Napi::CallbackInfo& info) {
  const Port* port = server_of(scene, info).port_by_name(to_text(info[1]));
  return Napi::Number::New(info.Env(), port == nullptr ? 0 : port->ordinal);
}

Napi::Value ports(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  return to_js(info.Env(), server, 0);
}

}  // namespace rras::simulator::verbs
