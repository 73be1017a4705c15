#include "simulator/control/js_asker.h"

#include <utility>

#include "simulator/control/js.h"
#include "simulator/control/values.h"

namespace rras::simulator {

namespace {

napi_value question_to_js(napi_env env, const Question& question) {
  js::Array hooks(env, question.hooks.size());
  for (const HookNumber hook : question.hooks) {
    hooks.append(js::number(env, hook));
  }
  js::Object object(env);
  object.set("number", js::number(env, question.number));
  object.set("hooks", hooks.value());
  object.set("function", js::text(env, question.function));
  object.set("server", js::text(env, question.server));
  set_call(env, object, question.call);
  object.set("at", to_js(env, question.at));
  return object.value();
}

void call_function(napi_env env, napi_value function, void*, void* data) {
  const std::unique_ptr<Question> question(static_cast<Question*>(data));
  // Without an environment the queue is being emptied at its end.
  if (env == nullptr) {
    return;
  }
  napi_value receiver = js::undefined(env);
  napi_value argument = question_to_js(env, *question);
  // What the function throws stays pending, and Node reports it as an uncaught exception.
  napi_call_function(env, receiver, function, 1, &argument, nullptr);
}

}  // namespace

std::shared_ptr<JsAsker> JsAsker::create(napi_env env, napi_value function) {
  auto asker = std::make_shared<JsAsker>();
  auto held = std::make_unique<std::shared_ptr<JsAsker>>(asker);
  const auto finalize = [](napi_env, void* data, void*) {
    const std::unique_ptr<std::shared_ptr<JsAsker>> holder(
        static_cast<std::shared_ptr<JsAsker>*>(data));
    const std::lock_guard lock((*holder)->mutex_);
    (*holder)->function_ = nullptr;
  };
  if (napi_create_threadsafe_function(env, function, nullptr, js::text(env, "rras simulator"), 0, 1,
                                      held.get(), finalize, nullptr, call_function,
                                      &asker->function_) != napi_ok) {
    return nullptr;
  }
  static_cast<void>(held.release());
  // A hook that nobody calls does not keep the process alive; the call that is awaited does.
  napi_unref_threadsafe_function(env, asker->function_);
  return asker;
}

bool JsAsker::ask(Question question) noexcept {
  try {
    if (calling_thread() == owner_) {
      return false;
    }
    auto copy = std::make_unique<Question>(std::move(question));
    const std::lock_guard lock(mutex_);
    if (function_ == nullptr ||
        napi_call_threadsafe_function(function_, copy.get(), napi_tsfn_nonblocking) != napi_ok) {
      return false;
    }
    static_cast<void>(copy.release());
    return true;
  } catch (...) {
    return false;
  }
}

void JsAsker::close() {
  const std::lock_guard lock(mutex_);
  if (function_ != nullptr) {
    napi_release_threadsafe_function(std::exchange(function_, nullptr), napi_tsfn_release);
  }
}

}  // namespace rras::simulator
