// Names of machines, domains and accounts, on their way into and out of the API.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/text.h"

namespace rras::api {

// As a caller gave it; none stands for this machine, or for "not asked for".
using Name = std::optional<std::u16string>;

// Of one's own copy: some parameters of the API are not const.
inline abi::WCHAR* pointer_to(Name& name) {
  return name ? name->data() : nullptr;
}

inline const abi::WCHAR* pointer_to(const Name& name) {
  return name ? name->c_str() : nullptr;
}

// For a function that writes a name and is not told how much room there is. UNCLEN + 1 characters
// are what the pages ask for; a function that knows longer names finds room for them.
class NameBuffer {
 public:
  abi::WCHAR* characters() { return characters_; }
  std::u16string_view text() const { return shared::bounded(characters_); }

 private:
  abi::WCHAR characters_[1024] = {};
};

}  // namespace rras::api
