// What a test plans for calls of a server: functions that fail, hang or are slow, and hooks that
// decide.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/asker.h"
#include "simulator/clock.h"

namespace rras::simulator {

// Counts of calls are doubles, because JavaScript's Infinity is allowed as a count.
constexpr double every_call = std::numeric_limits<double>::infinity();

// Where a function does its work. A function that works in the DLL alone, without the server, still
// works after the world has ended: buffers can be freed and handles released. `everywhere` is a
// call that names no server, although one server answers it.
enum class Place { server, library, everywhere };

// Some functions by name or, if there is no name, all that ask the server.
class Functions {
 public:
  Functions() = default;
  explicit Functions(std::vector<std::string> names) : names_(std::move(names)) {}

  bool include(const char* function, Place place) const;

 private:
  std::vector<std::string> names_;
};

struct Hang {
  Functions functions;
  double calls_left = 0;
  // Whether a hanging call ends when it is cancelled.
  bool cancellable = false;
  std::uint32_t waiting = 0;
  bool released = false;
};

// NOLINTNEXTLINE(cert-msc32-c,cert-msc51-cpp): the dice of a test should be predictable
struct Delay {
  Functions functions;
  Clock::Time latency{0};
  // The longest random addition.
  Clock::Time jitter{0};
  bool cancellable = false;
  std::uint32_t waiting = 0;
  bool released = false;
  // Predictable, so that a test with jitter can be repeated.
  std::minstd_rand dice;

  Clock::Time next();
};

struct Fault {
  Functions functions;
  abi::DWORD status = 0;
  double calls_to_spare = 0;
  double calls_left = 0;
};

struct Hook {
  HookNumber number = 0;
  Functions functions;
  bool ended = false;
};

class FaultPlan {
 public:
  std::shared_ptr<Fault> fail(Functions functions, abi::DWORD status, double times, double after);
  std::shared_ptr<Hang> hang(Functions functions, double times, bool cancellable);
  std::shared_ptr<Delay> delay(Functions functions, Clock::Time latency, Clock::Time jitter,
                               bool cancellable);
  std::shared_ptr<Hook> hook(HookNumber number, Functions functions);

  // Whether anything is planned for calls of this function.
  bool concerns(const char* function, Place place) const;
  // The hang for this call, if there is one. The caller keeps `waiting` up to date.
  std::shared_ptr<Hang> hang_for(const char* function, Place place);
  // All that apply to this call.
  std::vector<std::shared_ptr<Delay>> delays_for(const char* function, Place place);
  std::vector<std::shared_ptr<Hook>> hooks_for(const char* function, Place place);
  // The status with which this call fails, if it does. Every fault of the function counts the call;
  // the oldest that is due decides.
  std::optional<abi::DWORD> status_for(const char* function, Place place);

 private:
  std::vector<std::shared_ptr<Fault>> faults_;
  std::vector<std::shared_ptr<Hang>> hangs_;
  std::vector<std::shared_ptr<Delay>> delays_;
  std::vector<std::shared_ptr<Hook>> hooks_;
};

}  // namespace rras::simulator
