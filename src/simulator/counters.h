// The counters of a port or a connection.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "simulator/clock.h"

namespace rras::simulator {

// In the order of the API's structs.
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

// An amount for each counter: a total, or a rate per second.
using Traffic = std::array<std::uint64_t, counter_kinds>;

// Counters that grow when traffic is added, and with the clock while there is a flow.
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

  // The flow continues.
  void clear(Clock::Time now) {
    counts_ = {};
    since_ = now;
  }

  // The value that the API returns: 32 bits, which wrap around.
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

// The part of a connection's traffic that one of its links carries. The links carry equal parts;
// the first also carries the remainder.
Traffic share_of(const Traffic& traffic, std::size_t link, std::size_t links);

}  // namespace rras::simulator
