// The library as a Node addon, which lib/simulator loads to set up servers. The product never uses
// this side of it.
#include <node_api.h>

#include "os/pinned_module.h"
#include "simulator/control/js.h"
#include "simulator/control/scene_object.h"
#include "simulator/control/values.h"
#include "simulator/dialect.h"
#include "simulator/exported_functions.h"

namespace rras::simulator {

namespace {

napi_value functions(napi_env env) {
  js::Array functions(env, exported_functions().size());
  for (const ExportedFunction& exported : exported_functions()) {
    js::Object function(env);
    function.set("name", js::text(env, exported.name));
    function.set("returnsStatus", js::flag(env, exported.returns_status));
    functions.append(function.value());
  }
  return functions.value();
}

napi_value text_limits(napi_env env) {
  const TextLimits& limits = dialect().limits;
  const auto units = [&](std::size_t limit) { return js::number(env, static_cast<double>(limit)); };
  js::Object object(env);
  object.set("name", units(limits.name));
  object.set("mediaName", units(limits.media));
  object.set("deviceName", units(limits.device));
  object.set("deviceType", units(limits.device_type));
  object.set("userName", units(limits.user));
  object.set("computer", units(limits.computer));
  object.set("logonDomain", units(limits.domain));
  return object.value();
}

napi_value declare(napi_env env) {
  os::pin_module();
  js::Object exports(env);
  exports.set("dialect", js::text(env, dialect().name));
  exports.set("functions", functions(env));
  exports.set("textLimits", text_limits(env));
  exports.set("firstCondition", js::number(env, dialect().first_condition));
  exports.set("handleBits", js::number(env, sizeof(abi::HANDLE) * 8));
  exports.set("quirks", to_js(env, dialect().quirks));
  exports.set("Scene", declare_scene(env));
  return exports.value();
}

}  // namespace

}  // namespace rras::simulator

NAPI_MODULE_INIT(/* env, exports */) {
  static_cast<void>(exports);
  try {
    return rras::simulator::declare(env);
  } catch (...) {
    // Out of memory. The caller finds no exports.
    return nullptr;
  }
}
