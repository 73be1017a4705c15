#include "thread_time.h"

#if defined(_WIN32)
#include "abi/windows_header.h"
#else
#include <time.h>
#endif

namespace rras::bench {

#if defined(_WIN32)

namespace {

double nanoseconds(const FILETIME& time) {
  return 100.0 * (static_cast<double>(time.dwHighDateTime) * 4294967296.0 + time.dwLowDateTime);
}

}  // namespace

// On Windows the resolution is some milliseconds.
double thread_time_in_nanoseconds() {
  FILETIME created, exited, kernel, user;
  if (!GetThreadTimes(GetCurrentThread(), &created, &exited, &kernel, &user)) return 0;
  return nanoseconds(kernel) + nanoseconds(user);
}

#else

double thread_time_in_nanoseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

#endif

}  // namespace rras::bench
