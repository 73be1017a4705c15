// Verbs on faults and hangs.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

// Names of functions are ASCII.
std::string function(const js::Given& name) {
  const Text text = name.text();
  return std::string(text.begin(), text.end());
}

}  // namespace

napi_value fail(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  scene.faults.push_back(
      plan.fail(function(call[1]), call[2].dword(), call[3].number(), call[4].number()));
  return js::number(call.env(), static_cast<double>(scene.faults.size() - 1));
}

napi_value clear_fault(Scene& scene, const js::Call& call) {
  scene.faults.at(call[0].dword())->calls_left = 0;
  return js::undefined(call.env());
}

napi_value hang(Scene& scene, const js::Call& call) {
  FaultPlan& plan = server_of(scene, call).faults;
  scene.hangs.push_back(plan.hang(function(call[1]), call[2].number(), call[3].flag()));
  return js::number(call.env(), static_cast<double>(scene.hangs.size() - 1));
}

napi_value release(Scene& scene, const js::Call& call) {
  scene.world->release(*scene.hangs.at(call[0].dword()));
  return js::undefined(call.env());
}

napi_value waiting(Scene& scene, const js::Call& call) {
  return js::number(call.env(), scene.hangs.at(call[0].dword())->waiting);
}

}  // namespace rras::simulator::verbs
