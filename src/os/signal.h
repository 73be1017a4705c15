// A Windows event that somebody else sets, and a function to call when it is set. No thread of the
// package waits for it: one thread of the system's pool watches many events.
#pragma once

#include <functional>
#include <memory>

#include "abi/windows_types.h"

namespace rras::os {

class Signal {
 public:
  // Called on a thread of the system, once for one or several settings of the event. It must be
  // short, must not throw, and must not own the signal, whose destructor waits for it.
  using Listener = std::function<void()>;

  // nullptr if the system has no such events or cannot make another.
  static std::unique_ptr<Signal> make(Listener listener);

  virtual ~Signal() = default;

  virtual abi::HANDLE event() const = 0;
};

}  // namespace rras::os
