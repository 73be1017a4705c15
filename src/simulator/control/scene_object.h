// A scene as a JavaScript object.
#pragma once

#include <napi.h>

#include "simulator/control/verbs.h"

namespace rras::simulator {

class SceneObject : public Napi::ObjectWrap<SceneObject> {
 public:
  // Called once for each environment that loads the library.
  static void declare(Napi::Env env, Napi::Object exports);
  explicit SceneObject(const Napi::CallbackInfo& info);

 private:
  template <verbs::Verb verb>
  Napi::Value run(const Napi::CallbackInfo& info);
  template <verbs::Verb verb>
  static PropertyDescriptor method(const char* name);

  // Not a verb: it takes the world's lock itself.
  Napi::Value dispose(const Napi::CallbackInfo& info);

  Scene scene_;
};

}  // namespace rras::simulator
