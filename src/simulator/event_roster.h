// The Windows events that callers registered. A server signals them when somebody connects or
// disconnects. It keeps duplicates of the handles, so that a caller may close its own.
#pragma once

#include <memory>
#include <vector>

#include "abi/windows_types.h"

namespace rras::simulator {

class EventRoster {
 public:
  // Whether this system has such events.
  static bool supported();

  // False if the handle is not an event.
  bool add(abi::HANDLE event);
  // False if the event was not added. Removes one entry of an event that was added twice.
  bool remove(abi::HANDLE event);
  void clear() { entries_.clear(); }
  void signal() const;

 private:
  struct Close {
    void operator()(abi::HANDLE handle) const;
  };
  struct Entry {
    abi::HANDLE given;
    std::unique_ptr<void, Close> own;
  };

  std::vector<Entry> entries_;
};

}  // namespace rras::simulator
