// Verbs on ports.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

napi_value add_ports(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const std::size_t before = server.ports().size();
  server.add_ports(static_cast<PortType>(call[1].dword()), call[2].dword());
  return to_js(call.env(), server, before);
}

napi_value add_port(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const std::size_t before = server.ports().size();
  server.add_port(to_port_by_hand(call[1]));
  return to_js(call.env(), server, before);
}

napi_value set_parameters(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  to_port(server, call[1]).parameters = to_parameters(call[2]);
  return js::undefined(call.env());
}

napi_value remove_port(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.remove_port(to_port(server, call[1]));
  return js::undefined(call.env());
}

// The ordinal of the port with this name; 0 if there is none.
napi_value find_port(Scene& scene, const js::Call& call) {
  const Port* port = server_of(scene, call).port_by_name(call[1].text());
  return js::number(call.env(), port == nullptr ? 0 : port->ordinal);
}

napi_value ports(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  return to_js(call.env(), server, 0);
}

}  // namespace rras::simulator::verbs
