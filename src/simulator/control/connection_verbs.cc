// Verbs that begin, end and list connections.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

napi_value dial_in(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const Connection& connection = server.dial_in(to_caller(server, call[1]));
  return to_js(call.env(), server, connection);
}

napi_value hang_up_port(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.hang_up(to_port(server, call[1]));
  return js::undefined(call.env());
}

napi_value hang_up_connection(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.hang_up(to_connection(server, call[1]));
  return js::undefined(call.env());
}

napi_value connections(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const Roster<Connection>& all = server.connections();
  js::Array list(call.env(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const js::Scope scope(call.env());
    list.append(to_js(call.env(), server, all[i]));
  }
  return list.value();
}

}  // namespace rras::simulator::verbs
