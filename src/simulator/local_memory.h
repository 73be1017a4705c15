// Memory that LocalFree frees: on Windows the system's own, elsewhere a buffer of this library,
// which then has a LocalFree of its own.
#pragma once

#include <cstddef>

#include "simulator/callee.h"

namespace rras::simulator {

// Zeroed. nullptr if there is none to be had.
void* allocate_local(std::size_t size, const Callee& callee);

}  // namespace rras::simulator
