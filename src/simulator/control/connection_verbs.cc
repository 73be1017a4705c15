// Verbs on connections: who calls and who hangs up.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

Napi::Value dial_in(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  const Connection& connection = server.dial_in(to_caller(server, info[1].As<Napi::Object>()));
  return to_js(info.Env(), server, connection);
}

Napi::Value hang_up_port(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  server.hang_up(to_port(server, info[1]));
  return info.Env().Undefined();
}

Napi::Value hang_up_connection(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  server.hang_up(to_connection(server, info[1]));
  return info.Env().Undefined();
}

Napi::Value connections(Scene& scene, const Napi::CallbackInfo& info) {
  Server& server = server_of(scene, info);
  const Roster<Connection>& all = server.connections();
  Napi::Array list = Napi::Array::New(info.Env(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Napi::HandleScope scope(info.Env());
    list.Set(static_cast<std::uint32_t>(i), to_js(info.Env(), server, all[i]));
  }
  return list;
}

}  // namespace rras::simulator::verbs
