#include "simulator/event_roster.h"

#include <algorithm>
#include <utility>

#if defined(_WIN32)
#include "abi/windows_header.h"
#endif

namespace rras::simulator {

#if defined(_WIN32)

bool EventRoster::supported() {
  return true;
}

void EventRoster::Close::operator()(abi::HANDLE handle) const {
  CloseHandle(handle);
}

bool EventRoster::add(abi::HANDLE event) {
  abi::HANDLE own = nullptr;
  const abi::HANDLE process = GetCurrentProcess();
  if (!DuplicateHandle(process, event, process, &own, EVENT_MODIFY_STATE, FALSE, 0)) {
    return false;
  }
  entries_.push_back({event, std::unique_ptr<void, Close>(own)});
  return true;
}

void EventRoster::signal() const {
  for (const Entry& entry : entries_) {
    SetEvent(entry.own.get());
  }
}

#else

bool EventRoster::supported() {
  return false;
}

void EventRoster::Close::operator()(abi::HANDLE) const {}

bool EventRoster::add(abi::HANDLE) {
  return false;
}

void EventRoster::signal() const {}

#endif

bool EventRoster::remove(abi::HANDLE event) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.given == event; });
  if (found == entries_.end()) {
    return false;
  }
  entries_.erase(found);
  return true;
}

}  // namespace rras::simulator
