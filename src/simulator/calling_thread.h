// Which thread a call is on, so that it can be cancelled from another.
#pragma once

#include <cstdint>

#include "abi/windows_types.h"

namespace rras::simulator {

using ThreadNumber = std::uintptr_t;

ThreadNumber calling_thread();

// Of the thread that a handle stands for: on Windows a handle of the system, elsewhere a pthread_t.
ThreadNumber thread_number(abi::HANDLE thread);

}  // namespace rras::simulator
