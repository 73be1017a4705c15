#include "os/signal.h"

#if defined(_WIN32)

#include <utility>

#include "abi/windows_header.h"

namespace rras::os {

namespace {

class EventSignal final : public Signal {
 public:
  explicit EventSignal(Listener listener) : listener_(std::move(listener)) {}

  ~EventSignal() override {
    // Waits for a running listener, which still uses this object.
    if (wait_ != nullptr) UnregisterWaitEx(wait_, INVALID_HANDLE_VALUE);
    if (event_ != nullptr) CloseHandle(event_);
  }
  EventSignal(const EventSignal&) = delete;
  EventSignal& operator=(const EventSignal&) = delete;

  bool open() {
    // An auto-reset event: each setting is reported once.
    event_ = CreateEventW(nullptr, FALSE, FALSE, nullptr);
    if (event_ == nullptr) return false;
    return RegisterWaitForSingleObject(&wait_, event_, heard, this, INFINITE, WT_EXECUTEDEFAULT) !=
           0;
  }

  abi::HANDLE event() const override { return event_; }

 private:
  // Not a lambda: its calling convention differs on 32-bit Windows.
  static void CALLBACK heard(void* signal, BOOLEAN /*timed_out*/) {
    static_cast<EventSignal*>(signal)->listener_();
  }

  const Listener listener_;
  HANDLE event_ = nullptr;
  HANDLE wait_ = nullptr;
};

}  // namespace

std::unique_ptr<Signal> Signal::make(Listener listener) {
  auto signal = std::make_unique<EventSignal>(std::move(listener));
  if (!signal->open()) return nullptr;
  return signal;
}

}  // namespace rras::os

#else

namespace rras::os {

// NOLINTNEXTLINE(performance-unnecessary-value-param): Windows keeps the listener
std::unique_ptr<Signal> Signal::make(Listener) {
  return nullptr;
}

}  // namespace rras::os

#endif
