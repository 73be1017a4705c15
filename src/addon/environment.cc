#include "addon/environment.h"

#include <utility>

namespace rras::addon {

namespace {

using Shared = std::shared_ptr<Environment>;

// Nothing may be thrown out of a lane. What can be is the lack of memory.
std::unique_ptr<Reply> done(const Environment::Work& work) {
  try {
    return work();
  } catch (...) {
    return std::make_unique<Reply>(
        api::Outcome{api::Verdict::answered, abi::status::ERROR_NOT_ENOUGH_MEMORY, ""});
  }
}

void resolve(napi_env env, napi_deferred deferred, napi_value value) {
  // Neither the value nor this fails but while the environment is ending, when nobody waits any
  // more.
  if (value != nullptr) static_cast<void>(napi_resolve_deferred(env, deferred, value));
}

}  // namespace

void Environment::install(Napi::Env env) {
  auto environment = std::make_shared<Environment>();
  if (!environment->open_way_back(env)) {
    Napi::Error::New(env, "rras: no thread-safe function could be made")
        .ThrowAsJavaScriptException();
    return;
  }
  env.SetInstanceData(std::make_unique<Shared>(std::move(environment)).release());
}

Shared Environment::of(Napi::Env env) {
  return *env.GetInstanceData<Shared>();
}

bool Environment::open_way_back(Napi::Env env) {
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

Napi::Value Environment::begin(Napi::Env env, Ticket ticket,
                               const std::shared_ptr<lane::Lane>& lane, Work work,
                               Withdrawal withdrawal) {
  napi_deferred deferred = nullptr;
  napi_value promise = nullptr;
  if (napi_create_promise(env, &deferred, &promise) != napi_ok) return env.Undefined();
  auto job = [self = shared_from_this(), ticket, work = std::move(work)] {
    self->deliver(ticket, done(work));
  };
  lane::Lane::Ticket place = lane->post(std::move(job));
  if (place == 0) {
    api::Outcome no_thread{api::Verdict::answered, abi::status::ERROR_NOT_ENOUGH_MEMORY,
                           "CreateThread"};
    resolve(env, deferred, Reply(no_thread).to_object(env));
    return Napi::Value(env, promise);
  }
  await(env, ticket, {deferred, lane, place, withdrawal, nullptr});
  return Napi::Value(env, promise);
}

Napi::Value Environment::wait(Napi::Env env, Ticket ticket, std::function<void()> give_up) {
  napi_deferred deferred = nullptr;
  napi_value promise = nullptr;
  if (napi_create_promise(env, &deferred, &promise) != napi_ok) return env.Undefined();
  await(env, ticket, {deferred, nullptr, 0, Withdrawal::possible, std::move(give_up)});
  return Napi::Value(env, promise);
}

void Environment::await(napi_env env, Ticket ticket, Operation operation) {
  if (awaited_.empty()) keep_process_alive(env, true);
  awaited_[ticket] = std::move(operation);
}

void Environment::abandon(Napi::Env env, Ticket ticket) {
  auto found = awaited_.find(ticket);
  if (found == awaited_.end()) return;
  const Operation& operation = found->second;
  if (!operation.lane) {
    operation.give_up_waiting();
  } else if (operation.withdrawal == Withdrawal::possible) {
    operation.lane->give_up(operation.place);
  }
  resolve(env, found->second.deferred, env.Undefined());
  awaited_.erase(found);
  if (awaited_.empty()) keep_process_alive(env, false);
}

void Environment::deliver(Ticket ticket, std::unique_ptr<Reply> reply) {
  auto delivery = std::make_unique<Delivery>(Delivery{ticket, std::move(reply)});
  std::lock_guard<std::mutex> lock(mutex_);
  if (closed_) return;
  if (napi_call_threadsafe_function(way_back_, delivery.get(), napi_tsfn_nonblocking) == napi_ok) {
    static_cast<void>(delivery.release());
  }
}

void Environment::arrived(napi_env env, const Delivery& delivery) {
  auto found = awaited_.find(delivery.ticket);
  if (found == awaited_.end()) return;
  resolve(env, found->second.deferred, delivery.reply->to_object(env));
  awaited_.erase(found);
  if (awaited_.empty()) keep_process_alive(env, false);
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
  // Jobs that nobody waits for now and that have not begun: the environment asked for them, and
  // what they would do (a disconnect, say) is not to be done behind its end.
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
