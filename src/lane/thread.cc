#include "lane/thread.h"

#include <cstddef>

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <process.h>
#include <windows.h>
#else
#include <pthread.h>
#endif

namespace rras::lane {

namespace {

// Reserved, not committed. RPC and what it loads need some.
constexpr unsigned kStackBytes = 512 * 1024;

}  // namespace

#if defined(_WIN32)

namespace {

unsigned __stdcall enter(void* argument) {
  reinterpret_cast<void (*)()>(argument)();
  return 0;
}

}  // namespace

bool start_detached(void (*run)()) {
  auto thread = reinterpret_cast<HANDLE>(
      _beginthreadex(nullptr, kStackBytes, enter, reinterpret_cast<void*>(run),
                     STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr));
  if (thread == nullptr) return false;
  CloseHandle(thread);
  return true;
}

#else

namespace {

void* enter(void* argument) {
  reinterpret_cast<void (*)()>(argument)();
  return nullptr;
}

}  // namespace

bool start_detached(void (*run)()) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread;
  int failure = pthread_create(&thread, &attributes, enter, reinterpret_cast<void*>(run));
  pthread_attr_destroy(&attributes);
  return failure == 0;
}

#endif

}  // namespace rras::lane
