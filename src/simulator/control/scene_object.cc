#include "simulator/control/scene_object.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "simulator/control/js.h"
#include "simulator/control/verbs.h"
#include "simulator/library_state.h"

namespace rras::simulator {

namespace {

// The worlds of one environment. They end with it, even without a dispose, as when a worker is
// terminated: otherwise a call could hang for ever.
class EnvironmentWorlds {
 public:
  void add(const std::shared_ptr<World>& world) {
    worlds_.erase(std::remove_if(worlds_.begin(), worlds_.end(),
                                 [](const auto& known) { return known->disposed(); }),
                  worlds_.end());
    worlds_.push_back(world);
  }

  void dispose_all() {
    for (const auto& world : std::exchange(worlds_, {})) {
      library_state().slots.dispose(*world);
    }
  }

  // What mistakes are thrown as; nullptr until there is a scene. It ends with the environment.
  napi_ref error_class() const { return error_class_; }
  void keep_error_class(napi_env env, napi_value error_class) {
    if (error_class_ == nullptr &&
        napi_create_reference(env, error_class, 1, &error_class_) != napi_ok) {
      error_class_ = nullptr;
    }
  }

  static void end(void* worlds) { static_cast<EnvironmentWorlds*>(worlds)->dispose_all(); }

 private:
  std::vector<std::shared_ptr<World>> worlds_;
  napi_ref error_class_ = nullptr;
};

template <typename T>
void destroy(napi_env, void* data, void*) {
  const std::unique_ptr<T> owned(static_cast<T*>(data));
}

EnvironmentWorlds* worlds_of(napi_env env) {
  void* worlds = nullptr;
  return napi_get_instance_data(env, &worlds) == napi_ok ? static_cast<EnvironmentWorlds*>(worlds)
                                                         : nullptr;
}

// Lets no C++ exception into Node-API.
template <typename Body>
napi_value attempt(napi_env env, Body&& body) noexcept {
  try {
    return body();
  } catch (const Mistake& mistake) {
    const EnvironmentWorlds* worlds = worlds_of(env);
    js::throw_error(env, worlds == nullptr ? nullptr : worlds->error_class(), mistake.code,
                    mistake.message);
  } catch (const std::exception& problem) {
    napi_throw_error(env, nullptr, problem.what());
  }
  return nullptr;
}

napi_value construct(napi_env env, napi_callback_info info) {
  return attempt(env, [&]() -> napi_value {
    const js::Call call(env, info);
    EnvironmentWorlds* worlds = worlds_of(env);
    if (worlds == nullptr) {
      return nullptr;
    }
    worlds->keep_error_class(env, call[1].value());
    auto scene = std::make_unique<Scene>();
    scene->world = library_state().slots.create(call[0].flag());
    worlds->add(scene->world);
    if (napi_wrap(env, call.receiver(), scene.get(), destroy<Scene>, nullptr, nullptr) == napi_ok) {
      static_cast<void>(scene.release());
    }
    return call.receiver();
  });
}

Scene* scene_of(const js::Call& call) {
  void* scene = nullptr;
  return napi_unwrap(call.env(), call.receiver(), &scene) == napi_ok ? static_cast<Scene*>(scene)
                                                                     : nullptr;
}

template <verbs::Verb verb>
napi_value run(napi_env env, napi_callback_info info) {
  return attempt(env, [&]() -> napi_value {
    const js::Call call(env, info);
    Scene* scene = scene_of(call);
    if (scene == nullptr) {
      return nullptr;
    }
    const auto lock = scene->world->lock();
    return verb(*scene, call);
  });
}

// Not a verb: it takes the world's lock itself.
napi_value dispose(napi_env env, napi_callback_info info) {
  return attempt(env, [&]() -> napi_value {
    if (const Scene* scene = scene_of(js::Call(env, info))) {
      library_state().slots.dispose(*scene->world);
      if (scene->asker != nullptr) {
        scene->asker->close();
      }
    }
    return nullptr;
  });
}

napi_property_descriptor method(const char* name, napi_callback callback) {
  return {name, nullptr, callback, nullptr, nullptr, nullptr, napi_default_method, nullptr};
}

}  // namespace

napi_value declare_scene(napi_env env) {
  auto worlds = std::make_unique<EnvironmentWorlds>();
  // The hook runs before the instance data is destroyed.
  if (napi_add_env_cleanup_hook(env, EnvironmentWorlds::end, worlds.get()) != napi_ok ||
      napi_set_instance_data(env, worlds.get(), destroy<EnvironmentWorlds>, nullptr) != napi_ok) {
    return nullptr;
  }
  static_cast<void>(worlds.release());

  const std::vector<napi_property_descriptor> methods = {
      method("dispose", dispose),
      method("slot", run<verbs::slot>),
      method("step", run<verbs::step>),
      method("now", run<verbs::now>),
      method("counts", run<verbs::counts>),
      method("journal", run<verbs::journal>),
      method("takeJournal", run<verbs::take_journal>),
      method("clearJournal", run<verbs::clear_journal>),
      method("addServer", run<verbs::add_server>),
      method("findServer", run<verbs::find_server>),
      method("state", run<verbs::state>),
      method("setState", run<verbs::set_state>),
      method("quirks", run<verbs::quirks>),
      method("setQuirks", run<verbs::set_quirks>),
      method("addPorts", run<verbs::add_ports>),
      method("addPort", run<verbs::add_port>),
      method("setParameters", run<verbs::set_parameters>),
      method("removePort", run<verbs::remove_port>),
      method("findPort", run<verbs::find_port>),
      method("ports", run<verbs::ports>),
      method("dialIn", run<verbs::dial_in>),
      method("hangUpPort", run<verbs::hang_up_port>),
      method("hangUpConnection", run<verbs::hang_up_connection>),
      method("connections", run<verbs::connections>),
      method("addUser", run<verbs::add_user>),
      method("setUser", run<verbs::set_user>),
      method("removeUser", run<verbs::remove_user>),
      method("users", run<verbs::users>),
      method("addDomain", run<verbs::add_domain>),
      method("domainState", run<verbs::domain_state>),
      method("setDomainState", run<verbs::set_domain_state>),
      method("tunnels", run<verbs::tunnels>),
      method("setTunnel", run<verbs::set_tunnel>),
      method("tunnelParameters", run<verbs::tunnel_parameters>),
      method("setTunnelParameters", run<verbs::set_tunnel_parameters>),
      method("presharedKey", run<verbs::preshared_key>),
      method("setPresharedKey", run<verbs::set_preshared_key>),
      method("transports", run<verbs::transports>),
      method("setTransport", run<verbs::set_transport>),
      method("removeTransport", run<verbs::remove_transport>),
      method("mib", run<verbs::mib>),
      method("setMibEntry", run<verbs::set_mib_entry>),
      method("removeMibEntry", run<verbs::remove_mib_entry>),
      method("addInterface", run<verbs::add_interface>),
      method("storeInterface", run<verbs::store_interface>),
      method("setInterface", run<verbs::set_interface>),
      method("removeInterface", run<verbs::remove_interface>),
      method("interfaces", run<verbs::interfaces>),
      method("dialInterface", run<verbs::dial_interface>),
      method("bringInterfaceDown", run<verbs::bring_interface_down>),
      method("updateInterfaceRoutes", run<verbs::update_interface_routes>),
      method("storedTransports", run<verbs::stored_transports>),
      method("storedInterfaces", run<verbs::stored_interfaces>),
      method("removeStoredInterface", run<verbs::remove_stored_interface>),
      method("backups", run<verbs::backups>),
      method("addTraffic", run<verbs::add_traffic>),
      method("addPortTraffic", run<verbs::add_port_traffic>),
      method("setFlow", run<verbs::set_flow>),
      method("clearCounters", run<verbs::clear_counters>),
      method("clearPortCounters", run<verbs::clear_port_counters>),
      method("counters", run<verbs::counters>),
      method("portCounters", run<verbs::port_counters>),
      method("setDormant", run<verbs::set_dormant>),
      method("switchOver", run<verbs::switch_over>),
      method("setQuarantine", run<verbs::set_quarantine>),
      method("details", run<verbs::details>),
      method("setDetails", run<verbs::set_details>),
      method("fail", run<verbs::fail>),
      method("clearFault", run<verbs::clear_fault>),
      method("hang", run<verbs::hang>),
      method("release", run<verbs::release>),
      method("waiting", run<verbs::waiting>),
      method("delay", run<verbs::delay>),
      method("endDelay", run<verbs::end_delay>),
      method("delayed", run<verbs::delayed>),
      method("hook", run<verbs::hook>),
      method("endHook", run<verbs::end_hook>),
      method("answer", run<verbs::answer>),
  };
  napi_value constructor = nullptr;
  const bool defined = napi_define_class(env, "Scene", NAPI_AUTO_LENGTH, construct, nullptr,
                                         methods.size(), methods.data(), &constructor) == napi_ok;
  return defined ? constructor : nullptr;
}

}  // namespace rras::simulator
