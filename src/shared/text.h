// The texts of the API: arrays of a fixed size within a struct. They may hold any UTF-16, even
// unpaired surrogates.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "abi/windows_types.h"

namespace rras::shared {

// The text in an array, which has no terminator when it is full.
template <std::size_t N>
std::u16string_view bounded(const abi::WCHAR (&array)[N]) {
  std::u16string_view text(array, N);
  return text.substr(0, text.find(u'\0'));
}

// Copies as much as the array holds, and fills the rest with terminators. True if the whole text
// and a terminator fit. A text that fills the array has no terminator, as in the API.
template <std::size_t N>
bool copy_text(abi::WCHAR (&array)[N], std::u16string_view text) {
  std::fill(array + text.copy(array, N), array + N, u'\0');
  return text.size() < N;
}

}  // namespace rras::shared
