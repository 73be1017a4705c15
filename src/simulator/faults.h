// What is to go wrong on a server: functions that fail and functions that hang.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "abi/windows_types.h"

namespace rras::simulator {

// Numbers of calls are doubles, because JavaScript's Infinity is one of them.
constexpr double every_call = std::numeric_limits<double>::infinity();

struct Hang {
  std::string function;
  double calls_left;
  // Whether a call in it ends when it is cancelled.
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

  // Whether a hang or a fault waits for calls of this function.
  bool concerns(const char* function) const;
  // The hang that takes this call, if one does. The caller counts itself in and out of `waiting`.
  std::shared_ptr<Hang> hang_for(const char* function);
  // The status of the fault that strikes this call. Every fault of the function counts the call,
  // and the oldest that is due strikes.
  std::optional<abi::DWORD> status_for(const char* function);

 private:
  std::vector<std::shared_ptr<Fault>> faults_;
  std::vector<std::shared_ptr<Hang>> hangs_;
};

}  // namespace rras::simulator
