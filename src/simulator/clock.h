// The time of a world. It starts at 0 when the world is made, and either runs with the real clock
// or stands still. Either kind can also be stepped forward.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace rras::simulator {

class Clock {
 public:
  using Time = std::chrono::milliseconds;

  explicit Clock(bool runs) : runs_(runs) {}

  Time now() const {
    const auto elapsed = std::chrono::steady_clock::now() - born_;
    return stepped_ + (runs_ ? std::chrono::duration_cast<Time>(elapsed) : Time::zero());
  }

  // When the clock will show this time by itself; never if it stands.
  std::optional<std::chrono::steady_clock::time_point> moment(Time time) const {
    return runs_ ? std::optional(born_ + (time - stepped_)) : std::nullopt;
  }

  void step(Time time) { stepped_ += time; }

  // The sum of all steps.
  Time stepped() const { return stepped_; }

  // Calendar time, since 1970.
  static Time wall() {
    return std::chrono::duration_cast<Time>(std::chrono::system_clock::now().time_since_epoch());
  }

 private:
  bool runs_;
  std::chrono::steady_clock::time_point born_ = std::chrono::steady_clock::now();
  Time stepped_{0};
};

inline std::uint32_t whole_seconds(Clock::Time time) {
  return static_cast<std::uint32_t>(std::chrono::floor<std::chrono::seconds>(time).count());
}

}  // namespace rras::simulator
