// The functions that JavaScript can call. Each operation reads its arguments on the main thread,
// runs on the lane of its server session, and returns the promise of a reply.
#pragma once

#include <napi.h>

#include <memory>
#include <utility>

#include "addon/arguments.h"
#include "addon/environment.h"
#include "addon/replies.h"

namespace rras::addon {

// The operations of all dialects: (ticket, session, …).
void add_operations(Napi::Object exports);

// The calls that are bound by hand, because they work with a Windows event.
void add_notification_calls(Napi::Object exports);

// Makes the function a member of the exports. It is called with `data`.
template <Napi::Value (*function)(const Napi::CallbackInfo&)>
void add(Napi::Object exports, const char* name, const char* data = nullptr) {
  // No C++ exception may leave here. The only one possible is that memory runs out.
  auto guarded = [](const Napi::CallbackInfo& info) -> Napi::Value {
    try {
      return function(info);
    } catch (...) {
      Napi::Error::New(info.Env(), "rras: there is not enough memory for this call")
          .ThrowAsJavaScriptException();
      return info.Env().Undefined();
    }
  };
  exports.Set(name, Napi::Function::New(exports.Env(), guarded, name, const_cast<char*>(data)));
}

// A job of the function that makes its reply.
template <typename Work>
std::unique_ptr<AwaitedJob> job_of(Work work) {
  class WorkJob final : public AwaitedJob {
   public:
    explicit WorkJob(Work work) : work_(std::move(work)) {}

   private:
    std::unique_ptr<Reply> reply() override { return work_(); }

    Work work_;
  };
  return std::make_unique<WorkJob>(std::move(work));
}

}  // namespace rras::addon
