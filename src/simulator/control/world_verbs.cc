// Verbs on the whole world: its clock, its journal, its counts.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"
#include "simulator/library_state.h"

namespace rras::simulator::verbs {

Napi::Value slot(Scene& scene, const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), scene.world->slot);
}

Napi::Value step(Scene& scene, const Napi::CallbackInfo& info) {
  scene.world->clock().step(to_time(info[0]));
  return info.Env().Undefined();
}

Napi::Value counts(Scene& scene, const Napi::CallbackInfo& info) {
  const World& world = *scene.world;
  Napi::Object counts = Napi::Object::New(info.Env());
  counts.Set("unreturnedBuffers", static_cast<double>(library_state().buffers.count(world)));
  counts.Set("openHandles", static_cast<double>(library_state().handles.count(world)));
  counts.Set("wrongFrees", static_cast<double>(world.wrong_frees.load()));
  return counts;
}

Napi::Value journal(Scene& scene, const Napi::CallbackInfo& info) {
  return to_js(info.Env(), scene.world->journal());
}

Napi::Value clear_journal(Scene& scene, const Napi::CallbackInfo& info) {
  scene.world->clear_journal();
  return info.Env().Undefined();
}

}  // namespace rras::simulator::verbs
