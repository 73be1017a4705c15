// Starts a thread that nobody joins, under the name 'rras' for debuggers and process viewers.
// std::thread cannot be told the size of its stack, and with hundreds of hung servers there are
// hundreds of stacks.
#pragma once

namespace rras::lane {

// False when the system gives no further thread. `run` must not throw.
bool start_detached(void (*run)());

}  // namespace rras::lane
