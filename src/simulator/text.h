// Names as the API has them: UTF-16 as it comes, unpaired surrogates and all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rras::simulator {

using Text = std::u16string;
using TextView = std::u16string_view;

// For names that are compared without case. Folds ASCII and Latin-1 and leaves the rest alone, on
// every system alike: the C library's towlower depends on the process's locale.
Text folded(TextView text);

Text decimal(std::uint64_t number);

// Copies as much as the array holds. A text that fills it has no terminator, as in the API.
template <std::size_t Size>
void copy_text(char16_t (&array)[Size], TextView text) {
  std::fill(array + text.copy(array, Size), array + Size, u'\0');
}

// What an array holds up to its terminator, or in full when it has none.
template <std::size_t Size>
TextView text_in(const char16_t (&array)[Size]) {
  const TextView whole(array, Size);
  return whole.substr(0, whole.find(u'\0'));
}

}  // namespace rras::simulator
