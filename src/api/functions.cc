#include "api/functions.h"

namespace rras::api {

Functions::Functions(Spelling spelling, const FunctionsOfDll& wanted,
                     const os::SharedLibrary& library)
    : spelling_(spelling) {
  for (const AnyFunctionOfDll* function : wanted) {
    void* address = in_dialect(*function) ? library.find(name_of(*function)) : nullptr;
    if (address != nullptr) exported_.emplace(function, address);
  }
}

const char* Functions::name_of(const AnyFunctionOfDll& function) const {
  return function.names[in_dialect(function) ? spelling_ : first];
}

void* Functions::address_of(const AnyFunctionOfDll& function) const {
  auto found = exported_.find(&function);
  return found == exported_.end() ? nullptr : found->second;
}

}  // namespace rras::api
