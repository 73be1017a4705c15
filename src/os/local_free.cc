#include "os/local_free.h"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#endif

namespace rras::os {

#if defined(_WIN32)

LocalFree local_free_for(const SharedLibrary& /*library*/) {
  return ::LocalFree;
}

#else

LocalFree local_free_for(const SharedLibrary& library) {
  return reinterpret_cast<LocalFree>(library.find("LocalFree"));
}

#endif

}  // namespace rras::os
