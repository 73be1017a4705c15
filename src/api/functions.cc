#include "api/functions.h"

#include <algorithm>

namespace rras::api {

Functions::Functions(Spelling spelling, OtherNames other_names, const FunctionsOfDll& wanted,
                     const os::SharedLibrary& library)
    : spelling_(spelling) {
  for (const AnyFunctionOfDll* function : wanted) {
    if (!in_dialect(*function) || exports(*function)) continue;
    if (const auto found = find(*function, other_names, library)) {
      exported_.emplace(function, *found);
    }
  }
}

std::vector<const char*> Functions::exported_names(const FunctionsOfDll& some) const {
  std::vector<const char*> names;
  for (const AnyFunctionOfDll* function : some) {
    if (!exports(*function)) continue;
    const char* name = name_of(*function);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::optional<Functions::Export> Functions::find(const AnyFunctionOfDll& function,
                                                 OtherNames other_names,
                                                 const os::SharedLibrary& library) const {
  const char* preferred = function.names[spelling_];
  const char* other = function.names[spelling_ == first ? second : first];
  if (void* address = library.find(preferred)) return Export{preferred, address};
  if (other == nullptr || other_names == OtherNames::refused) return std::nullopt;
  if (void* address = library.find(other)) return Export{other, address};
  return std::nullopt;
}

const char* Functions::name_of(const AnyFunctionOfDll& function) const {
  auto found = exported_.find(&function);
  if (found != exported_.end()) return found->second.name;
  return function.names[in_dialect(function) ? spelling_ : first];
}

void* Functions::address_of(const AnyFunctionOfDll& function) const {
  auto found = exported_.find(&function);
  return found == exported_.end() ? nullptr : found->second.address;
}

}  // namespace rras::api
