// Memory that LocalFree frees. Windows has LocalFree; elsewhere this library exports one for its
// own buffers.
#pragma once

#include <cstddef>

#include "simulator/callee.h"

namespace rras::simulator {

// Zeroed. nullptr if memory runs out.
void* allocate_local(std::size_t size, const Callee& callee);

}  // namespace rras::simulator
