// Names of machines, domains and accounts, as arguments and results of the API.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/text.h"

namespace rras::api {

// A caller's argument; empty for this machine, or for an omitted argument.
using Name = std::optional<std::u16string>;

// A pointer to the caller's own copy, because some parameters of the API are not const.
inline abi::WCHAR* pointer_to(Name& name) {
  return name ? name->data() : nullptr;
}

inline const abi::WCHAR* pointer_to(const Name& name) {
  return name ? name->c_str() : nullptr;
}

// For a function that writes a name without knowing the size of the buffer. The pages ask for
// UNCLEN + 1 characters; this one is larger, in case a function writes longer names.
class NameBuffer {
 public:
  abi::WCHAR* characters() { return characters_; }
  std::u16string_view text() const { return shared::bounded(characters_); }

 private:
  abi::WCHAR characters_[1024] = {};
};

}  // namespace rras::api
