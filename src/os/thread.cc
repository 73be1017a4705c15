#include "os/thread.h"

#include <cstddef>

#if defined(_WIN32)
#include <process.h>

#include "abi/windows_header.h"
#else
#include <pthread.h>
#endif

namespace rras::os {

namespace {

// Reserved, not committed. RPC and what it loads need some.
constexpr unsigned kStackBytes = 512 * 1024;

}  // namespace

#if defined(_WIN32)

namespace {

// SetThreadDescription exists only since Windows 10 1607, so it is looked up.
void name_this_thread() {
  using SetThreadDescription = HRESULT(WINAPI*)(HANDLE, PCWSTR);
  HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
  auto set_description = reinterpret_cast<SetThreadDescription>(
      reinterpret_cast<void*>(GetProcAddress(kernel, "SetThreadDescription")));
  if (set_description != nullptr) set_description(GetCurrentThread(), L"rras");
}

unsigned __stdcall enter(void* argument) {
  name_this_thread();
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

// GetCurrentThread returns a pseudo-handle, which means another thread when another thread uses it.
CurrentThread::CurrentThread() {
  HANDLE process = GetCurrentProcess();
  HANDLE thread = nullptr;
  if (DuplicateHandle(process, GetCurrentThread(), process, &thread, 0, FALSE,
                      DUPLICATE_SAME_ACCESS)) {
    handle_ = thread;
  }
}

CurrentThread::~CurrentThread() {
  if (handle_ != nullptr) CloseHandle(handle_);
}

#else

namespace {

void name_this_thread() {
#if defined(__APPLE__)
  pthread_setname_np("rras");
#else
  pthread_setname_np(pthread_self(), "rras");
#endif
}

void* enter(void* argument) {
  name_this_thread();
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

// A pthread_t is a number on some systems and a pointer on others; only this cast converts both.
CurrentThread::CurrentThread() : handle_((void*)pthread_self()) {}

CurrentThread::~CurrentThread() = default;

#endif

}  // namespace rras::os
