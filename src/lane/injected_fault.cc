#include "lane/injected_fault.h"

#include <atomic>
#include <cstddef>
#include <iterator>

namespace rras::lane {

namespace {

std::atomic<std::uint32_t>& remaining(Fault fault) {
  static std::atomic<std::uint32_t> counts[std::size(kFaults)];
  return counts[static_cast<std::size_t>(fault)];
}

}  // namespace

std::uint32_t inject_fault(Fault fault, std::uint32_t times) {
  return remaining(fault).exchange(times);
}

bool fault_is_injected(Fault fault) {
  std::atomic<std::uint32_t>& count = remaining(fault);
  std::uint32_t times = count.load(std::memory_order_relaxed);
  while (times > 0 && !count.compare_exchange_weak(times, times - 1)) {
  }
  return times > 0;
}

}  // namespace rras::lane
