// A server sets an event when something connects or disconnects. A thread of the system sees the
// event and resolves the promises that JavaScript awaits. Events that come while nobody waits are
// kept, as one change, for the next who asks.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "addon/environment.h"
#include "os/signal.h"

namespace rras::addon {

class Notification {
 public:
  // The function that registers the event.
  static constexpr const char* kFunction = "MprAdminRegisterConnectionNotification";

  // Null on a system without such events.
  static std::shared_ptr<Notification> make();

  abi::HANDLE event() const { return signal_->event(); }

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
    bool ended = false;
    std::vector<Waiter> waiting;
  };

  static void tell(const std::shared_ptr<State>& state) noexcept;

  std::shared_ptr<State> state_;
  std::unique_ptr<os::Signal> signal_;
};

}  // namespace rras::addon
