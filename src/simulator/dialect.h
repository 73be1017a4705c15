// The dialect that this library is built for. All dialects share one model; they differ in the
// exported functions and in these values.
#pragma once

#include <cstddef>

#include "abi/windows_types.h"
#include "simulator/generation.h"
#include "simulator/quirks.h"

namespace rras::simulator {

// The sizes of the arrays in the structs, in UTF-16 units including the terminator.
struct TextLimits {
  std::size_t name = 0;
  std::size_t media = 0;
  std::size_t device = 0;
  std::size_t device_type = 0;
  std::size_t user = 0;
  std::size_t computer = 0;
  std::size_t domain = 0;
};

struct Dialect {
  const char* name = nullptr;
  // Whether servers, ports and connections have handles. Otherwise calls take names.
  bool has_handles = false;
  // The default for new servers.
  Generation generation{};
  // The API's number of the first port condition. The model counts from 0.
  Condition first_condition{};
  // The answer for a server that does not exist.
  abi::DWORD unreachable = 0;
  TextLimits limits;
  Quirks quirks;
};

const Dialect& dialect();

}  // namespace rras::simulator
