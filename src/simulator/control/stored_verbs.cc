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

napi_value stored_interfaces(Scene& scene, const js::Call& call) {
  const auto& all = server_of(scene, call).stored.interfaces;
  js::Array list(call.env(), all.size());
  for (const StoredInterface& one : all) {
    js::Object object(call.env());
    object.set("name", js::text(call.env(), one.name));
    object.set("friendlyName", js::text(call.env(), one.friendly_name));
    object.set("type", js::number(call.env(), one.type));
    object.set("isEnabled", js::flag(call.env(), one.enabled));
    js::Array hours(call.env(), one.hours.size());
    for (const Text& day : one.hours) hours.append(js::text(call.env(), day));
    object.set("hours", hours.value());
    js::Array transports(call.env(), one.transports.size());
    for (const auto& [id, transport] : one.transports) {
      js::Object entry(call.env());
      entry.set("id", js::number(call.env(), id));
      entry.set("info", block(call.env(), transport.info));
      transports.append(entry.value());
    }
    object.set("transports", transports.value());
    if (one.custom_info) object.set("ikev2", custom_info_to_js(call.env(), *one.custom_info));
    list.append(object.value());
  }
  return list.value();
}

// Whether there was one of this name.
napi_value remove_stored_interface(Scene& scene, const js::Call& call) {
  StoredConfiguration& stored = server_of(scene, call).stored;
  const StoredInterface* one = stored.interface_by_name(call[1].text());
  if (one != nullptr) stored.remove_interface(*one);
  return js::flag(call.env(), one != nullptr);
}

// The folders.
napi_value backups(Scene& scene, const js::Call& call) {
  const auto& all = server_of(scene, call).backups;
  js::Array list(call.env(), all.size());
  for (const auto& backup : all) list.append(js::text(call.env(), backup.first));
  return list.value();
}

}  // namespace rras::simulator::verbs
