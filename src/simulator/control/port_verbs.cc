// Verbs on ports.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

Napi::Value add_ports(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->server(to_number(info[0]));
  const std::size_t before = server.ports().size();
  server.add_ports(static_cast<PortType>(to_number(info[1])), to_number(info[2]));
  return to_js(info.Env(), server, before);
}

Napi::Value add_port(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->server(to_number(info[0]));
  const std::size_t before = server.ports().size();
  server.add_port(to_port(info[1].As<Napi::Object>()));
  return to_js(info.Env(), server, before);
}

Napi::Value remove_port(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->server(to_number(info[0]));
  server.settle();
  Port* port = server.ports().find(to_number(info[1]));
  if (port == nullptr) {
    throw Mistake{u"The port is not there any more"};
  }
  server.remove_port(*port);
  return info.Env().Undefined();
}

// The ordinal of the port with this name; 0 if there is none.
Napi::Value find_port(Scene& scene, const Napi::CallbackInfo& info) {
  const Port* port = scene.world->server(to_number(info[0])).port_by_name(to_text(info[1]));
  return Napi::Number::New(info.Env(), port == nullptr ? 0 : port->ordinal);
}

Napi::Value ports(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = scene.world->server(to_number(info[0]));
  server.settle();
  return to_js(info.Env(), server, 0);
}

}  // namespace rras::simulator::verbs
