// How the functions of Rassapi.dll are written: no handles, every call names its server, ports have
// names only.
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

// After the definition of a function: enters it, and holds it against its signature in
// abi/rassapi.h. What is added here is also added to exports/rassapi.def.
#define RRAS_EXPORTED(name)                                                \
  static_assert(std::is_same_v<decltype(&RasAdmin##name), rassapi::name>); \
  static const ExportEntry exported_##name(RRAS_NAME(name), true)

namespace rras::simulator {

// What counts ports is 16 bits wide.
constexpr std::size_t largest_count = 0xFFFF;

inline abi::WORD countable(std::size_t count) {
  return static_cast<abi::WORD>(std::min(count, largest_count));
}

inline bool in_use(const Port& port) {
  return port.connection != nullptr && port.connection->established;
}

}  // namespace rras::simulator
