// Verbs on the whole world: its clock, its journal and its counts.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"
#include "simulator/library_state.h"

namespace rras::simulator::verbs {

napi_value slot(Scene& scene, const js::Call& call) {
  return js::number(call.env(), scene.world->slot);
}

napi_value step(Scene& scene, const js::Call& call) {
  scene.world->step(to_time(call[0]));
  // A step may bring an event for which callers wait, so the servers must settle at once.
  for (std::size_t i = 0; i < scene.world->server_count(); ++i) {
    scene.world->server(i).settle();
  }
  return js::undefined(call.env());
}

napi_value now(Scene& scene, const js::Call& call) {
  return to_js(call.env(), scene.world->clock().now());
}

napi_value counts(Scene& scene, const js::Call& call) {
  const World& world = *scene.world;
  const auto count = [&](std::size_t number) {
    return js::number(call.env(), static_cast<double>(number));
  };
  js::Object counts(call.env());
  counts.set("unreturnedBuffers", count(library_state().buffers.count(world)));
  counts.set("openHandles", count(library_state().handles.count(world)));
  counts.set("wrongFrees", count(world.wrong_frees));
  return counts.value();
}

napi_value journal(Scene& scene, const js::Call& call) {
  return to_js(call.env(), scene.world->journal());
}

napi_value take_journal(Scene& scene, const js::Call& call) {
  napi_value entries = to_js(call.env(), scene.world->journal());
  scene.world->clear_journal();
  return entries;
}

napi_value clear_journal(Scene& scene, const js::Call& call) {
  scene.world->clear_journal();
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
