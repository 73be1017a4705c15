#include "addon/environment.h"

#include <utility>

#include "addon/object_writer.h"
#include "lane/injected_fault.h"

namespace rras::addon {

namespace {

using Shared = std::shared_ptr<Environment>;

// nullptr if there is no memory even for this reply.
std::unique_ptr<Reply> out_of_memory(const char* function, bool may_have_acted) noexcept {
  try {
    return std::make_unique<Reply>(api::Outcome{
        api::Verdict::concluded, abi::status::ERROR_NOT_ENOUGH_MEMORY, function, may_have_acted});
  } catch (...) {
    return nullptr;
  }
}

// The function of the system that fails if no thread can be started.
constexpr const char* kNoThread = "CreateThread";

// nullptr if the object cannot be made. A JavaScript exception may then be pending.
napi_value object_of(napi_env env, Reply& reply) noexcept {
  try {
    if (lane::fault_is_injected(lane::Fault::write_reply)) return nullptr;
    return reply.to_object(env);
  } catch (...) {
    return nullptr;
  }
}

void reject(napi_env env, napi_deferred deferred) {
  napi_value reason = nullptr;
  bool is_pending = false;
  if (napi_is_exception_pending(env, &is_pending) == napi_ok && is_pending) {
    napi_get_and_clear_last_exception(env, &reason);
  } else {
    napi_value code = utf8_value(env, "ERR_MEMORY_ALLOCATION_FAILED");
    napi_value message =
        utf8_value(env,
                   "rras: the native call has ended, but there was no memory for its reply. "
                   "If it was to change something, look whether it did before you try again.");
    if (napi_create_error(env, code, message, &reason) != napi_ok) return;
  }
  napi_reject_deferred(env, deferred, reason);
}

// All of this fails while the environment is ending; nobody waits any more then.
void settle(napi_env env, napi_deferred deferred, napi_value value) {
  if (value == nullptr || napi_resolve_deferred(env, deferred, value) != napi_ok) {
    reject(env, deferred);
  }
}

}  // namespace

bool Environment::install(Napi::Env env) {
  try {
    auto environment = std::make_unique<Shared>(std::make_shared<Environment>());
    if (!(*environment)->open_way_back(env)) return false;
    env.SetInstanceData(environment.release());
    return true;
  } catch (...) {
    return false;
  }
}

Shared Environment::of(Napi::Env env) {
  // A resource that was short when the addon was loaded may be available now.
  auto* environment = env.GetInstanceData<Shared>();
  if (environment == nullptr && install(env)) environment = env.GetInstanceData<Shared>();
  return environment == nullptr ? std::make_shared<Environment>() : *environment;
}

Napi::Value Environment::no_way_back(Napi::Env env) const {
  // The attempt itself may have thrown.
  if (!env.IsExceptionPending()) {
    Napi::Error::New(env,
                     "rras: the system gave no thread-safe function, without which no reply can "
                     "reach JavaScript. Nothing was called. Try again when more memory is free.")
        .ThrowAsJavaScriptException();
  }
  return env.Undefined();
}

bool Environment::open_way_back(Napi::Env env) {
  if (lane::fault_is_injected(lane::Fault::set_up_environment)) return false;
  auto call = [](napi_env raw_env, napi_value, void* context, void* data) {
    std::unique_ptr<Delivery> delivery(static_cast<Delivery*>(data));
    // Without an environment the queue is being emptied at its end.
    if (raw_env != nullptr) static_cast<Environment*>(context)->arrived(raw_env, *delivery);
  };
  auto finalize = [](napi_env, void* data, void*) {
    std::unique_ptr<Shared> environment(static_cast<Shared*>(data));
    (*environment)->close();
  };
  // Lives until the function's finalizer has run, so that the context stays valid.
  auto held = std::make_unique<Shared>(shared_from_this());
  napi_value name = Napi::String::New(env, "rras");
  if (napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, held.get(), finalize, this,
                                      call, &way_back_) != napi_ok) {
    return false;
  }
  static_cast<void>(held.release());
  closed_ = false;
  // An idle connection does not keep the process alive; an operation that is awaited does.
  keep_process_alive(env, false);
  return true;
}

void AwaitedJob::run() {
  if (!lane::fault_is_injected(lane::Fault::make_reply)) {
    try {
      delivery_->reply = reply();
    } catch (...) {
      delivery_->reply = out_of_memory("", true);
    }
  }
  environment_->deliver(std::move(delivery_));
}

void AwaitedJob::refuse() {
  delivery_->reply = out_of_memory(kNoThread, false);
  environment_->deliver(std::move(delivery_));
}

Napi::Value Environment::begin(Napi::Env env, Ticket ticket,
                               const std::shared_ptr<lane::Lane>& lane,
                               std::unique_ptr<AwaitedJob> job, Withdrawal withdrawal) {
  if (way_back_ == nullptr) return no_way_back(env);
  job->environment_ = shared_from_this();
  job->delivery_ = std::make_unique<Delivery>(Delivery{ticket, nullptr});
  napi_deferred deferred = nullptr;
  napi_value promise = nullptr;
  if (napi_create_promise(env, &deferred, &promise) != napi_ok) return env.Undefined();
  bool is_posted = false;
  try {
    Operation& operation = await(env, ticket, {deferred, lane, 0, withdrawal, nullptr});
    operation.place = lane->post(std::move(job));
    is_posted = operation.place != 0;
  } catch (...) {
    // Out of memory is treated like a missing thread.
  }
  if (!is_posted) {
    forget(env, ticket);
    std::unique_ptr<Reply> no_thread = out_of_memory(kNoThread, false);
    settle(env, deferred, no_thread ? object_of(env, *no_thread) : nullptr);
  }
  return Napi::Value(env, promise);
}

Napi::Value Environment::wait(Napi::Env env, Ticket ticket, std::function<void()> give_up) {
  if (way_back_ == nullptr) return no_way_back(env);
  napi_deferred deferred = nullptr;
  napi_value promise = nullptr;
  if (napi_create_promise(env, &deferred, &promise) != napi_ok) return env.Undefined();
  await(env, ticket, {deferred, nullptr, 0, Withdrawal::possible, std::move(give_up)});
  return Napi::Value(env, promise);
}

Environment::Operation& Environment::await(napi_env env, Ticket ticket, Operation operation) {
  bool is_first = awaited_.empty();
  Operation& kept = awaited_.insert_or_assign(ticket, std::move(operation)).first->second;
  if (is_first) keep_process_alive(env, true);
  return kept;
}

void Environment::forget(napi_env env, Ticket ticket) {
  if (awaited_.erase(ticket) > 0 && awaited_.empty()) keep_process_alive(env, false);
}

bool Environment::abandon(Napi::Env env, Ticket ticket) {
  auto found = awaited_.find(ticket);
  if (found == awaited_.end()) return true;
  const Operation& operation = found->second;
  bool may_have_acted = true;
  if (!operation.lane) {
    operation.give_up_waiting();
  } else if (operation.withdrawal == Withdrawal::possible) {
    may_have_acted = operation.lane->give_up(operation.place);
  }
  settle(env, found->second.deferred, env.Undefined());
  forget(env, ticket);
  return may_have_acted;
}

void Environment::deliver(std::unique_ptr<Delivery> delivery) noexcept {
  std::lock_guard<std::mutex> lock(mutex_);
  if (closed_) return;
  if (napi_call_threadsafe_function(way_back_, delivery.get(), napi_tsfn_nonblocking) == napi_ok) {
    static_cast<void>(delivery.release());
  }
}

void Environment::arrived(napi_env env, const Delivery& delivery) {
  auto found = awaited_.find(delivery.ticket);
  if (found == awaited_.end()) return;
  napi_value object = delivery.reply ? object_of(env, *delivery.reply) : nullptr;
  settle(env, found->second.deferred, object);
  forget(env, delivery.ticket);
}

void Environment::keep_process_alive(napi_env env, bool alive) {
  if (alive) {
    napi_ref_threadsafe_function(env, way_back_);
  } else {
    napi_unref_threadsafe_function(env, way_back_);
  }
}

void Environment::close() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
  }
  // Jobs that have not begun are withdrawn: nobody waits for them, and an action such as a
  // disconnect must not happen after the environment that asked for it has ended.
  for (auto& [ticket, operation] : awaited_) {
    if (!operation.lane) {
      operation.give_up_waiting();
    } else if (operation.withdrawal == Withdrawal::possible) {
      operation.lane->give_up(operation.place);
    } else {
      operation.lane->withdraw(operation.place);
    }
  }
  awaited_.clear();
}

}  // namespace rras::addon
