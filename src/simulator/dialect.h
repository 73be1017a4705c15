// What this library is built as. The model is one; a dialect is its exports and these few values.
#pragma once

#include <cstddef>

#include "abi/windows_types.h"
#include "simulator/generation.h"
#include "simulator/quirks.h"

namespace rras::simulator {

// How many UTF-16 units the arrays of the structs hold, terminator included.
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
  // Servers, ports and connections have handles; else names.
  bool has_handles = false;
  // That of its servers, unless a scene says otherwise.
  Generation generation{};
  // The number of the first port condition: the model counts from 0.
  Condition first_condition{};
  // What is answered for a server that is not there.
  abi::DWORD unreachable = 0;
  TextLimits limits;
  Quirks quirks;
};

const Dialect& dialect();

}  // namespace rras::simulator
