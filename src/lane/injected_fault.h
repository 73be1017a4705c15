// Faults that no test can provoke from outside: memory or threads that run out at one particular
// moment. Only `injectFaultForTests` of the addon injects one; the package itself
// never does.
#pragma once

#include <cstdint>

namespace rras::lane {

// lib/native/binding.ts lists the same names.
enum class Fault {
  // The system starts no further thread.
  start_thread,
  // Memory runs out while a job that nobody awaits is posted.
  post_unawaited_job,
  // Memory runs out in a job that nobody awaits.
  run_unawaited_job,
  // Memory runs out on the lane: not even a reply that says so can be made.
  make_reply,
  // The JavaScript object of a reply cannot be made.
  write_reply,
  // The way back to an environment's event loop cannot be made.
  set_up_environment,
};

constexpr const char* kFaults[] = {"start-thread", "post-unawaited-job", "run-unawaited-job",
                                   "make-reply",   "write-reply",        "set-up-environment"};

// Makes the fault happen the next `times` times, in the whole process. Returns how many were left
// of those asked for before.
std::uint32_t inject_fault(Fault fault, std::uint32_t times);

// Called where the fault can happen: whether it is to happen now.
bool fault_is_injected(Fault fault);

}  // namespace rras::lane
