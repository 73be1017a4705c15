// That something connected or disconnected at a server, as it tells of it by an event: from the
// thread of the system that hears the event to whoever waits in JavaScript. What comes while nobody
// waits is remembered, as one change, for who waits next.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "addon/environment.h"
#include "os/signal.h"

namespace rras::addon {

class Notification {
 public:
  // What the server is asked to tell by.
  static constexpr const char* kFunction = "MprAdminRegisterConnectionNotification";

  // Null where there are no events.
  static std::shared_ptr<Notification> make();

  abi::HANDLE event() const { return signal_->event(); }

  // To be called on the main thread: the promise of the next change, or of the end.
  Napi::Value next(Napi::Env env, Environment::Ticket ticket);

  // The server tells of nothing any more: whoever waits learns it.
  void end();

 private:
  class ChangeReply;
  // Reply and delivery are made beforehand: the signal's listener must not throw.
  struct Waiter {
    std::weak_ptr<Environment> environment;
    std::unique_ptr<ChangeReply> reply;
    std::unique_ptr<Environment::Delivery> delivery;
  };
  // Apart, for the signal's listener must not hold the signal.
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
