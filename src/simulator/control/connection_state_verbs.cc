// Verbs that change an existing connection.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

napi_value add_traffic(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.add_traffic(to_connection(server, call[1]), to_traffic(call[2]));
  return js::undefined(call.env());
}

napi_value add_port_traffic(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.add_traffic(to_port(server, call[1]), to_traffic(call[2]));
  return js::undefined(call.env());
}

napi_value set_flow(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.set_flow(to_connection(server, call[1]), to_traffic(call[2]));
  return js::undefined(call.env());
}

napi_value clear_counters(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.clear_counters(to_connection(server, call[1]));
  return js::undefined(call.env());
}

napi_value clear_port_counters(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.clear_counters(to_port(server, call[1]));
  return js::undefined(call.env());
}

napi_value counters(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  return counters_to_js(call.env(), server, to_connection(server, call[1]));
}

napi_value port_counters(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  return counters_to_js(call.env(), server, to_port(server, call[1]));
}

napi_value set_dormant(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  server.set_dormant(to_connection(server, call[1]), call[2].flag());
  return js::undefined(call.env());
}

napi_value switch_over(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  Connection& connection = to_connection(server, call[1]);
  if (connection.protocol != Protocol::ikev2) {
    throw Mistake::impossible(u"Only an IKEv2 connection can move to another network");
  }
  server.switch_over(connection, {}, call[2].text());
  return js::undefined(call.env());
}

napi_value set_quarantine(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const js::Given probation = call[3];
  server.set_quarantine(to_connection(server, call[1]), call[2].dword(),
                        probation.there() ? std::optional(to_time(probation)) : std::nullopt);
  return js::undefined(call.env());
}

napi_value details(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  const ConnectionDetails& details = to_connection(server, call[1]);
  return to_js(call.env(), details);
}

napi_value set_details(Scene& scene, const js::Call& call) {
  Server& server = server_of(scene, call);
  assign_details(to_connection(server, call[1]), call[2]);
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
