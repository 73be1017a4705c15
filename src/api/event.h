// A Windows event that a server sets when it has ended what it was asked for.
#pragma once

#include <memory>

#include "abi/windows_types.h"

namespace rras::api {

class Event {
 public:
  virtual ~Event() = default;

  virtual abi::HANDLE event() const = 0;
  virtual bool was_set() const = 0;
};

// An argument; null if there is no event.
using OptionalEvent = std::shared_ptr<Event>;

// No document says when a server opens the handle that it was given, so the event stays open until
// it is set: a closed handle could soon belong to something else.
void keep_until_set(const OptionalEvent& event);

}  // namespace rras::api
