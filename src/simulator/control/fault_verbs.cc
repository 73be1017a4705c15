// Verbs on faults, hangs, delays and hooks.
#include <stdexcept>

#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

napi_value fail(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  scene.faults.push_back(
      plan.fail(to_functions(call[1]), call[2].dword(), call[3].number(), call[4].number()));
  return js::number(call.env(), static_cast<double>(scene.faults.size() - 1));
}

napi_value clear_fault(Scene& scene, const js::Call& call) {
  scene.faults.at(call[0].dword())->calls_left = 0;
  return js::undefined(call.env());
}

napi_value hang(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  scene.hangs.push_back(plan.hang(to_functions(call[1]), call[2].number(), call[3].flag()));
  return js::number(call.env(), static_cast<double>(scene.hangs.size() - 1));
}

napi_value release(Scene& scene, const js::Call& call) {
  scene.world->release(*scene.hangs.at(call[0].dword()));
  return js::undefined(call.env());
}

napi_value waiting(Scene& scene, const js::Call& call) {
  return js::number(call.env(), scene.hangs.at(call[0].dword())->waiting);
}

napi_value delay(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  scene.delays.push_back(
      plan.delay(to_functions(call[1]), to_time(call[2]), to_time(call[3]), call[4].flag()));
  return js::number(call.env(), static_cast<double>(scene.delays.size() - 1));
}

napi_value end_delay(Scene& scene, const js::Call& call) {
  scene.world->release(*scene.delays.at(call[0].dword()));
  return js::undefined(call.env());
}

napi_value delayed(Scene& scene, const js::Call& call) {
  return js::number(call.env(), scene.delays.at(call[0].dword())->waiting);
}

// The last argument is the function to ask, which stays the same for all hooks of a scene.
napi_value hook(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  if (scene.asker == nullptr) {
    scene.asker = JsAsker::create(call.env(), call[2].value());
    if (scene.asker == nullptr) {
      throw std::runtime_error("The system gave no thread-safe function for hooks");
    }
    scene.world->set_asker(scene.asker);
  }
  const auto number = static_cast<HookNumber>(scene.hooks.size());
  scene.hooks.push_back(plan.hook(number, to_functions(call[1])));
  return js::number(call.env(), number);
}

napi_value end_hook(Scene& scene, const js::Call& call) {
  scene.world->end(*scene.hooks.at(call[0].dword()));
  return js::undefined(call.env());
}

napi_value answer(Scene& scene, const js::Call& call) {
  const js::Given status = call[1];
  scene.world->answer_question(call[0].dword(),
                               status.there() ? std::optional(status.dword()) : std::nullopt);
  return js::undefined(call.env());
}

}  // namespace rras::simulator::verbs
