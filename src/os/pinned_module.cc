#include "os/pinned_module.h"

#if defined(_WIN32)
#include "abi/windows_header.h"
#else
#include <dlfcn.h>
#endif

namespace rras::os {

void pin_module() {
#if defined(_WIN32)
  HMODULE module = nullptr;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<LPCWSTR>(&pin_module), &module);
#else
  Dl_info info{};
  if (dladdr(reinterpret_cast<void*>(&pin_module), &info) != 0) {
    // Not closed on purpose: RTLD_NODELETE alone needs the module to be open.
    dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
  }
#endif
}

}  // namespace rras::os
