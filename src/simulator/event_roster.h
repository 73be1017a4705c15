// Whom a server tells that somebody connected or disconnected: events of Windows that callers
// registered. The server keeps duplicates, so that an event that was closed does no harm.
#pragma once

#include <memory>
#include <vector>

#include "abi/windows_types.h"

namespace rras::simulator {

class EventRoster {
 public:
  // Whether there are events on this system.
  static bool supported();

  // False if it is no event.
  bool add(abi::HANDLE event);
  // False if it was not added. One that was added twice is taken away once.
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
