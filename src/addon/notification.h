// A server sets an event when something connects or disconnects. A thread of the system sees the
// event and resolves the promises that JavaScript awaits. Events that come while nobody waits are
// kept, as one change, for the next who asks.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "addon/environment.h"
#include "api/event.h"
#include "os/signal.h"

namespace rras::addon {

class Notification final : public api::Event {
 public:
  // The function that registers the event.
  static constexpr const char* kFunction = "MprAdminRegisterConnectionNotification";

  // Null on a system without such events.
  static std::shared_ptr<Notification> make();

  abi::HANDLE event() const override { return signal_->event(); }
  bool was_set() const override;

  // To be called on the main thread: the promise of the next change, or of the end.
  Napi::Value next(Napi::Env env, Environment::Ticket ticket);

  // Ends the waiting: the server sends no further events.
  void end();

 private:
  class ChangeReply;
  // Reply and delivery are made in advance, because the signal's listener must not throw.
  struct Waiter {
    std::weak_ptr<Environment> environment;
    std::unique_ptr<ChangeReply> reply;
    std::unique_ptr<Environment::Delivery> delivery;
  };
  // A struct of its own, because the signal's listener must not own the signal.
  struct State {
    std::mutex mutex;
    bool changed = false;
    bool was_set = false;
    bool ended = false;
    std::vector<Waiter> waiting;
  };

  static void tell(const std::shared_ptr<State>& state) noexcept;

  std::shared_ptr<State> state_;
  std::unique_ptr<os::Signal> signal_;
};

// The JavaScript object of an event that is an argument of operations. Null if it cannot be made.
napi_value event_object(napi_env env, std::shared_ptr<Notification> event);

// Null when the value is not such an object.
std::shared_ptr<Notification> event_of(Napi::Value value);

}  // namespace rras::addon
