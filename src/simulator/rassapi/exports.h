// For the functions of Rassapi.dll, which has no handles: every call names its server, and ports
// have only names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "abi/rassapi.h"
#include "abi/status.h"
#include "simulator/call.h"
#include "simulator/dialect.h"
#include "simulator/exported_functions.h"

#define RRAS_NAME(name) "RasAdmin" #name

// Follows the definition of a function: registers it in the list of functions, and checks it
// against its signature in abi/rassapi.h.
#define RRAS_EXPORTED(name)                                                \
  static_assert(std::is_same_v<decltype(&RasAdmin##name), rassapi::name>); \
  static const ExportEntry exported_##name(RRAS_NAME(name), true)

namespace rras::simulator {

// The API counts ports in 16 bits.
constexpr std::size_t largest_count = 0xFFFF;

inline abi::WORD countable(std::size_t count) {
  return static_cast<abi::WORD>(std::min(count, largest_count));
}

inline bool in_use(const Port& port) {
  return port.connection != nullptr && port.connection->established;
}

}  // namespace rras::simulator
