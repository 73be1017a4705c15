#include "simulator/local_memory.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include "simulator/library_state.h"
#endif

namespace rras::simulator {

void* allocate_local(std::size_t size, const Callee& callee) {
#if defined(_WIN32)
  static_cast<void>(callee);
  return LocalAlloc(LPTR, size);
#else
  return library_state().buffers.allocate(size, callee.world, *callee.server, Memory::local);
#endif
}

}  // namespace rras::simulator
