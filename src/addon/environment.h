// One JavaScript environment (the main thread, or a worker): the operations that it awaits, and the
// way back from the lanes to its event loop. Environments share nothing.
#pragma once

#include <napi.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "addon/replies.h"
#include "lane/lane.h"

namespace rras::addon {

class AwaitedJob;

class Environment : public std::enable_shared_from_this<Environment> {
 public:
  // A number that JavaScript chose; unique in the environment.
  using Ticket = double;

  // An operation that ends a handle is always done, even if nobody waits for it any more.
  enum class Withdrawal { possible, never };

  // Carries a reply to the main thread, where it becomes an object. It is made when the operation
  // begins: memory may run out later. Without a reply, the promise is rejected.
  struct Delivery {
    Ticket ticket;
    std::unique_ptr<Reply> reply;
  };

  // False when the system gives no way back. `of` tries again.
  static bool install(Napi::Env env);

  // Never null. If the environment could not be set up, begin and wait throw into JavaScript.
  static std::shared_ptr<Environment> of(Napi::Env env);

  // Runs the job on the lane. The promise is settled in any case: resolved with the reply as an
  // object, or rejected when that cannot be made.
  Napi::Value begin(Napi::Env env, Ticket ticket, const std::shared_ptr<lane::Lane>& lane,
                    std::unique_ptr<AwaitedJob> job, Withdrawal withdrawal = Withdrawal::possible);

  // The promise of a reply that `deliver` brings without a lane. `give_up` is called when the
  // caller abandons it.
  Napi::Value wait(Napi::Env env, Ticket ticket, std::function<void()> give_up);

  // Can be called on any thread. A reply that nobody awaits is destroyed.
  void deliver(std::unique_ptr<Delivery> delivery) noexcept;

  // The caller waits no longer. A job that has not begun never will; a call that runs is cancelled
  // if possible, and its result is destroyed. The promise resolves with undefined. False if the
  // operation has certainly changed nothing, and never will.
  bool abandon(Napi::Env env, Ticket ticket);

 private:
  struct Operation {
    napi_deferred deferred = nullptr;
    std::shared_ptr<lane::Lane> lane;  // null for a reply without a lane
    lane::Lane::Ticket place = 0;
    Withdrawal withdrawal = Withdrawal::possible;
    std::function<void()> give_up_waiting;
  };

  bool open_way_back(Napi::Env env);
  Napi::Value no_way_back(Napi::Env env) const;
  Operation& await(napi_env env, Ticket ticket, Operation operation);
  void forget(napi_env env, Ticket ticket);
  void arrived(napi_env env, const Delivery& delivery);
  void keep_process_alive(napi_env env, bool alive);
  void close();

  std::unordered_map<Ticket, Operation> awaited_;  // main thread only

  // The way back ends with the environment. A thread that comes later sees the flag and drops its
  // result; without the flag it would call into freed memory.
  std::mutex mutex_;
  bool closed_ = true;
  napi_threadsafe_function way_back_ = nullptr;
};

// A job whose reply somebody in JavaScript awaits.
class AwaitedJob : public lane::Job {
 public:
  void run() final;
  void refuse() final;

 protected:
  // Called on the lane.
  virtual std::unique_ptr<Reply> reply() = 0;

 private:
  friend class Environment;

  std::shared_ptr<Environment> environment_;
  std::unique_ptr<Environment::Delivery> delivery_;
};

}  // namespace rras::addon
