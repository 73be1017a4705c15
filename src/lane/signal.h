// An event of Windows that somebody else sets, and what is to happen then. No thread of the package
// waits for it: the system's pool watches many events with one of its own.
#pragma once

#include <functional>
#include <memory>

#include "abi/windows_types.h"

namespace rras::lane {

class Signal {
 public:
  // Called on a thread of the system, once for each time or for several. It must be short, must not
  // throw, and must not hold the signal, whose end waits for it.
  using Listener = std::function<void()>;

  // Null where there are no such events, or no more.
  static std::unique_ptr<Signal> make(Listener listener);

  virtual ~Signal() = default;

  virtual abi::HANDLE event() const = 0;
};

}  // namespace rras::lane
