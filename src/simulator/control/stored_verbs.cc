// Verbs on the stored configuration of a server.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

napi_value block(napi_env env, const StoredBlock& bytes) {
  return js::bytes(env, bytes.data(), bytes.size());
}

}  // namespace

napi_value stored_transports(Scene& scene, const js::Call& call) {
  const auto& all = server_of(scene, call).stored.transports;
  js::Array list(call.env(), all.size());
  for (const auto& [id, transport] : all) {
    js::Object object(call.env());
    object.set("id", js::number(call.env(), id));
    object.set("name", js::text(call.env(), transport.name));
    object.set("globalInfo", block(call.env(), transport.global_info));
    object.set("clientInterfaceInfo", block(call.env(), transport.client_interface_info));
    object.set("dllPath", js::text(call.env(), transport.dll_path));
    list.append(object.value());
  }
  return list.value();
}

// The folders.
napi_value backups(Scene& scene, const js::Call& call) {
  const auto& all = server_of(scene, call).backups;
  js::Array list(call.env(), all.size());
  for (const auto& backup : all) list.append(js::text(call.env(), backup.first));
  return list.value();
}

}  // namespace rras::simulator::verbs
