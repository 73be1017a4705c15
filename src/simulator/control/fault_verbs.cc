// Verbs on what goes wrong.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

double calls(const Napi::Value& value) {
  return value.As<Napi::Number>().DoubleValue();
}

std::string function(const Napi::Value& value) {
  return value.As<Napi::String>().Utf8Value();
}

}  // namespace

Napi::Value fail(Scene& scene, const Napi::CallbackInfo& info) {
  FaultPlan& plan = server_of(scene, info).faults;
  scene.faults.push_back(
      plan.fail(function(info[1]), to_number(info[2]), calls(info[3]), calls(info[4])));
  return Napi::Number::New(info.Env(), static_cast<double>(scene.faults.size() - 1));
}

Napi::Value clear_fault(Scene& scene, const Napi::CallbackInfo& info) {
  scene.faults.at(to_number(info[0]))->calls_left = 0;
  return info.Env().Undefined();
}

Napi::Value hang(Scene& scene, const Napi::CallbackInfo& info) {
  FaultPlan& plan = server_of(scene, info).faults;
  scene.hangs.push_back(plan.hang(function(info[1]), calls(info[2])));
  return Napi::Number::New(info.Env(), static_cast<double>(scene.hangs.size() - 1));
}

Napi::Value release(Scene& scene, const Napi::CallbackInfo& info) {
  scene.world->release(*scene.hangs.at(to_number(info[0])));
  return info.Env().Undefined();
}

Napi::Value waiting(Scene& scene, const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), scene.hangs.at(to_number(info[0]))->waiting);
}

}  // namespace rras::simulator::verbs
