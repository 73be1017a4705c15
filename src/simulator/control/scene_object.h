// A scene as a JavaScript object.
#pragma once

#include <node_api.h>

namespace rras::simulator {

// Makes the class `Scene`, once for each environment that loads the library. nullptr if the
// environment is ending.
napi_value declare_scene(napi_env env);

}  // namespace rras::simulator
