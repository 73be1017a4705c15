// How an operation ended, in numbers. TypeScript turns them into words.
#pragma once

#include "abi/status.h"

namespace rras::api {

// lib/call/reply.ts lists the same names in the same order, and says what each means.
enum class Verdict {
  answered,
  port_changed,
  no_progress,
  unreadable,
  dialect_lacks,
  library_lacks,
  no_library,
  connection_changed,
  concluded,
  interface_changed,
};

constexpr const char* kVerdicts[] = {
    "answered",      "port-changed", "no-progress",        "unreadable", "dialect-lacks",
    "library-lacks", "no-library",   "connection-changed", "concluded",  "interface-changed"};

struct Outcome {
  Verdict verdict = Verdict::answered;
  abi::DWORD status = abi::status::SUCCESS;
  // The function that returned the status, or would have; a constant.
  const char* function = "";
  bool acted = false;  // a function that changes something was called

  bool succeeded() const { return verdict == Verdict::answered && status == abi::status::SUCCESS; }
};

// The status that the documentation has for what was found out without calling the function.
inline Outcome concluded(abi::DWORD status, const char* function) {
  return {Verdict::concluded, status, function};
}

// The outcome of an operation for which the dialect has no function.
inline Outcome dialect_lacks(const char* function) {
  return {Verdict::dialect_lacks, abi::status::ERROR_CALL_NOT_IMPLEMENTED, function};
}

}  // namespace rras::api
