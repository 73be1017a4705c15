// The texts of the API: arrays of a fixed size within a struct.
#pragma once

#include <cstddef>
#include <string_view>

#include "abi/windows_types.h"

namespace rras::records {

// The text of an array that is terminated only where it is not full.
template <std::size_t N>
std::u16string_view bounded(const abi::WCHAR (&array)[N]) {
  std::u16string_view text(array, N);
  return text.substr(0, text.find(u'\0'));
}

}  // namespace rras::records
