// What is counted of the traffic on a port or a connection.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "simulator/clock.h"

namespace rras::simulator {

// In the order in which the structs of the API have them.
enum class Counter : std::uint8_t {
  bytes_sent,
  bytes_received,
  frames_sent,
  frames_received,
  crc_errors,
  timeout_errors,
  alignment_errors,
  hardware_overruns,
  framing_errors,
  buffer_overruns,
};
constexpr std::size_t counter_kinds = 10;

// So much of each: of traffic that was, or of traffic in a second.
using Traffic = std::array<std::uint64_t, counter_kinds>;

// The counts as they grow, by what is added and by themselves with the clock.
class Counters {
 public:
  void add(const Traffic& traffic) {
    for (std::size_t i = 0; i < counter_kinds; ++i) {
      counts_[i] += traffic[i];
    }
  }

  void flow(const Traffic& in_a_second, Clock::Time now) {
    counts_ = counts(now);
    flow_ = in_a_second;
    since_ = now;
  }

  const Traffic& flow() const { return flow_; }

  // The flow goes on.
  void clear(Clock::Time now) {
    counts_ = {};
    since_ = now;
  }

  // As the API shows it: in 32 bits, which wrap around.
  std::uint32_t shown(Counter counter, Clock::Time now) const {
    return static_cast<std::uint32_t>(counts(now)[static_cast<std::size_t>(counter)]);
  }

 private:
  Traffic counts(Clock::Time now) const {
    Traffic counts = counts_;
    const auto elapsed = static_cast<std::uint64_t>((now - since_).count());
    for (std::size_t i = 0; i < counter_kinds; ++i) {
      counts[i] += flow_[i] * elapsed / milliseconds_a_second;
    }
    return counts;
  }

  static constexpr std::uint64_t milliseconds_a_second = 1000;

  Traffic counts_{};
  Traffic flow_{};
  Clock::Time since_{0};
};

// How a connection's traffic is spread over its links: evenly, and the first takes what is left.
Traffic share_of(const Traffic& traffic, std::size_t link, std::size_t links);

}  // namespace rras::simulator
