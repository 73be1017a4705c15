#include "simulator/calling_thread.h"

#if defined(_WIN32)
#include "abi/windows_header.h"
#else
#include <pthread.h>
#endif

namespace rras::simulator {

#if defined(_WIN32)

ThreadNumber calling_thread() {
  return GetCurrentThreadId();
}

ThreadNumber thread_number(abi::HANDLE thread) {
  return GetThreadId(thread);
}

#else

// pthread_t is a number on some systems and a pointer on others. Only this cast accepts both.
ThreadNumber calling_thread() {
  return (ThreadNumber)pthread_self();
}

ThreadNumber thread_number(abi::HANDLE thread) {
  return reinterpret_cast<ThreadNumber>(thread);
}

#endif

}  // namespace rras::simulator
