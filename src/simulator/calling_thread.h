// Identifies the thread of a call, so that another thread can cancel the call.
#pragma once

#include <cstdint>

#include "abi/windows_types.h"

namespace rras::simulator {

using ThreadNumber = std::uintptr_t;

ThreadNumber calling_thread();

// The handle is a Windows handle on Windows and a pthread_t elsewhere.
ThreadNumber thread_number(abi::HANDLE thread);

}  // namespace rras::simulator
