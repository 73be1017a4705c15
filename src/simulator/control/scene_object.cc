#include "simulator/control/scene_object.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "simulator/library_state.h"

namespace rras::simulator {

namespace {

// The worlds of one environment. They end with it, also when it ends without a dispose, as a worker
// does that is terminated: no call may go on hanging for a scene that is gone.
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

 private:
  std::vector<std::shared_ptr<World>> worlds_;
};

template <typename Body>
Napi::Value attempt(Napi::Env env, Body&& body) {
  try {
    return body();
  } catch (const Mistake& mistake) {
    napi_value error = nullptr;
    napi_create_error(env, nullptr, Napi::String::New(env, mistake.message), &error);
    napi_throw(env, error);
  } catch (const std::exception& problem) {
    Napi::Error::New(env, problem.what()).ThrowAsJavaScriptException();
  }
  return env.Undefined();
}

}  // namespace

template <verbs::Verb verb>
Napi::Value SceneObject::run(const Napi::CallbackInfo& info) {
  return attempt(info.Env(), [&]() -> Napi::Value {
    const auto lock = scene_.world->lock();
    return verb(scene_, info);
  });
}

template <verbs::Verb verb>
SceneObject::PropertyDescriptor SceneObject::method(const char* name) {
  return InstanceMethod<&SceneObject::run<verb>>(name);
}

void SceneObject::declare(Napi::Env env, Napi::Object exports) {
  auto worlds = std::make_unique<EnvironmentWorlds>();
  // The hook runs before the instance data goes.
  env.AddCleanupHook([](EnvironmentWorlds* ending) { ending->dispose_all(); }, worlds.get());
  env.SetInstanceData(worlds.release());

  const std::vector<PropertyDescriptor> methods = {
      InstanceMethod<&SceneObject::dispose>("dispose"),
      method<verbs::slot>("slot"),
      method<verbs::step>("step"),
      method<verbs::counts>("counts"),
      method<verbs::journal>("journal"),
      method<verbs::clear_journal>("clearJournal"),
      method<verbs::add_server>("addServer"),
      method<verbs::find_server>("findServer"),
      method<verbs::state>("state"),
      method<verbs::set_state>("setState"),
      method<verbs::quirks>("quirks"),
      method<verbs::set_quirks>("setQuirks"),
      method<verbs::add_ports>("addPorts"),
      method<verbs::add_port>("addPort"),
      method<verbs::remove_port>("removePort"),
      method<verbs::find_port>("findPort"),
      method<verbs::ports>("ports"),
      method<verbs::dial_in>("dialIn"),
      method<verbs::hang_up_port>("hangUpPort"),
      method<verbs::hang_up_connection>("hangUpConnection"),
      method<verbs::connections>("connections"),
      method<verbs::fail>("fail"),
      method<verbs::clear_fault>("clearFault"),
      method<verbs::hang>("hang"),
      method<verbs::release>("release"),
      method<verbs::waiting>("waiting"),
  };
  exports.Set("Scene", DefineClass(env, "Scene", methods));
}

SceneObject::SceneObject(const Napi::CallbackInfo& info) : Napi::ObjectWrap<SceneObject>(info) {
  attempt(info.Env(), [&] {
    const bool clock_runs = info[0].As<Napi::Boolean>().Value();
    scene_.world = library_state().slots.create(clock_runs);
    info.Env().GetInstanceData<EnvironmentWorlds>()->add(scene_.world);
    return info.Env().Undefined();
  });
}

Napi::Value SceneObject::dispose(const Napi::CallbackInfo& info) {
  library_state().slots.dispose(*scene_.world);
  return info.Env().Undefined();
}

}  // namespace rras::simulator
