// The library as a Node addon: what lib/simulator loads to set the scene. The product never sees
// this side of it.
#include <napi.h>

#include "lane/pinned_module.h"
#include "simulator/control/scene_object.h"
#include "simulator/control/values.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

Napi::Value function_names(Napi::Env env) {
  const auto& functions = dialect().functions;
  Napi::Array names = Napi::Array::New(env, functions.size());
  for (std::size_t i = 0; i < functions.size(); ++i) {
    Napi::Object function = Napi::Object::New(env);
    function.Set("name", functions[i].name);
    function.Set("returnsStatus", functions[i].returns_status);
    names.Set(static_cast<std::uint32_t>(i), function);
  }
  return names;
}

Napi::Value text_limits(Napi::Env env) {
  const TextLimits& limits = dialect().limits;
  const auto number = [](std::size_t limit) { return static_cast<double>(limit); };
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", number(limits.name));
  object.Set("mediaName", number(limits.media));
  object.Set("deviceName", number(limits.device));
  object.Set("deviceType", number(limits.device_type));
  object.Set("user", number(limits.user));
  object.Set("computer", number(limits.computer));
  object.Set("domain", number(limits.domain));
  return object;
}

Napi::Object declare(Napi::Env env, Napi::Object exports) {
  lane::pin_module();
  SceneObject::declare(env, exports);
  exports.Set("dialect", dialect().name);
  exports.Set("functions", function_names(env));
  exports.Set("textLimits", text_limits(env));
  exports.Set("firstCondition", dialect().first_condition);
  exports.Set("quirks", to_js(env, dialect().quirks));
  exports.Set("handleBits", static_cast<double>(sizeof(abi::HANDLE) * 8));
  return exports;
}

}  // namespace

}  // namespace rras::simulator

static Napi::Object initialize(Napi::Env env, Napi::Object exports) {
  return rras::simulator::declare(env, exports);
}

NODE_API_MODULE(rras_simulator, initialize)
