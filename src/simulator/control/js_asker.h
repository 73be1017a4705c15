// Asks a JavaScript function, on its own thread, about a call that waits on another thread.
#pragma once

#include <node_api.h>

#include <memory>
#include <mutex>

#include "simulator/asker.h"
#include "simulator/calling_thread.h"

namespace rras::simulator {

class JsAsker final : public Asker {
 public:
  // `function` is called with one question at a time. nullptr if the environment cannot make one.
  static std::shared_ptr<JsAsker> create(napi_env env, napi_value function);

  bool ask(Question question) noexcept override;
  // Asks no more. On the environment's thread.
  void close();

 private:
  // The function must not be touched once its finalizer has run, so it is forgotten there. This
  // lock comes after a world's.
  std::mutex mutex_;
  napi_threadsafe_function function_ = nullptr;
  ThreadNumber owner_ = calling_thread();
};

}  // namespace rras::simulator
