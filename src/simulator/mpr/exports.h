// For the functions of the dialects with handles: mprapi, and nt4, which has the same signatures
// under RasAdmin names.
#pragma once

#include <cstdint>
#include <type_traits>

#include "abi/mprapi.h"
#include "abi/status.h"
#include "shared/handles.h"
#include "simulator/call.h"
#include "simulator/dialect.h"
#include "simulator/exported_functions.h"

#if defined(RRAS_SIMULATOR_DIALECT_NT4)
#define RRAS_FUNCTION(name) RasAdmin##name
#define RRAS_NAME(name) "RasAdmin" #name
#else
#define RRAS_FUNCTION(name) MprAdmin##name
#define RRAS_NAME(name) "MprAdmin" #name
#endif

// Follows the definition of a function: registers it in the list of functions, and checks it
// against its signature in abi/mprapi.h.
#define RRAS_EXPORTED(name)                                                 \
  static_assert(std::is_same_v<decltype(&RRAS_FUNCTION(name)), mpr::name>); \
  static const ExportEntry exported_##name(RRAS_NAME(name), true)
#define RRAS_EXPORTED_VOID(name)                                            \
  static_assert(std::is_same_v<decltype(&RRAS_FUNCTION(name)), mpr::name>); \
  static const ExportEntry exported_##name(RRAS_NAME(name), false)

namespace rras::simulator {

using shared::handle_of;
using shared::id_of;
using shared::kEveryConnection;

// For the functions that configure a server, and for the Ex function that reads its settings.
inline Need setup_need(const Server& server) {
  return server.quirks.lan_only_refuses_setup ? Need::dial_in_router : Need::any_router;
}

// Zeroed memory that the caller frees; nullptr if memory runs out.
template <typename Wire>
Wire* allocate(const Callee& callee, std::size_t count = 1, Memory memory = Memory::buffer) {
  return static_cast<Wire*>(
      library_state().buffers.allocate(count * sizeof(Wire), callee.world, *callee.server, memory));
}

}  // namespace rras::simulator
