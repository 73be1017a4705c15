#include "lane/signal.h"

#if defined(_WIN32)

#include <utility>

#include "abi/windows_header.h"

namespace rras::lane {

namespace {

class EventSignal final : public Signal {
 public:
  explicit EventSignal(Listener listener) : listener_(std::move(listener)) {}

  ~EventSignal() override {
    // Waits for a listener that is running: until then it needs this object.
    if (wait_ != nullptr) UnregisterWaitEx(wait_, INVALID_HANDLE_VALUE);
    if (event_ != nullptr) CloseHandle(event_);
  }
  EventSignal(const EventSignal&) = delete;
  EventSignal& operator=(const EventSignal&) = delete;

  bool open() {
    // Resets itself, so that each time it is set counts once.
    event_ = CreateEventW(nullptr, FALSE, FALSE, nullptr);
    if (event_ == nullptr) return false;
    return RegisterWaitForSingleObject(&wait_, event_, heard, this, INFINITE, WT_EXECUTEDEFAULT) !=
           0;
  }

  abi::HANDLE event() const override { return event_; }

 private:
  // No lambda: on 32-bit Windows it has another calling convention.
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

}  // namespace rras::lane

#else

namespace rras::lane {

// NOLINTNEXTLINE(performance-unnecessary-value-param): Windows keeps the listener
std::unique_ptr<Signal> Signal::make(Listener) {
  return nullptr;
}

}  // namespace rras::lane

#endif
