// Planned faults of a server: functions that fail and functions that hang.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "abi/windows_types.h"

namespace rras::simulator {

// Counts of calls are doubles, because JavaScript's Infinity is allowed as a count.
constexpr double every_call = std::numeric_limits<double>::infinity();

struct Hang {
  std::string function;
  double calls_left;
  // Whether a hanging call ends when it is cancelled.
  bool cancellable;
  std::uint32_t waiting;
  bool released;
};

struct Fault {
  std::string function;
  abi::DWORD status;
  double calls_to_spare;
  double calls_left;
};

class FaultPlan {
 public:
  std::shared_ptr<Fault> fail(std::string function, abi::DWORD status, double times, double after);
  std::shared_ptr<Hang> hang(std::string function, double times, bool cancellable);

  // Whether a hang or a fault is planned for this function.
  bool concerns(const char* function) const;
  // The hang for this call, if there is one. The caller keeps `waiting` up to date.
  std::shared_ptr<Hang> hang_for(const char* function);
  // The status with which this call fails, if it does. Every fault of the function counts the call;
  // the oldest that is due decides.
  std::optional<abi::DWORD> status_for(const char* function);

 private:
  std::vector<std::shared_ptr<Fault>> faults_;
  std::vector<std::shared_ptr<Hang>> hangs_;
};

}  // namespace rras::simulator
