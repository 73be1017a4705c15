// The texts of the API: arrays of a fixed size within a struct. They may hold any UTF-16, even
// unpaired surrogates.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "abi/windows_types.h"

namespace rras::shared {

// The length of the text in an array, which has no terminator when it is full. A listing has tens
// of thousands of texts, so four characters are looked at in one step.
inline std::size_t bounded_length(const abi::WCHAR* array, std::size_t most) {
  constexpr std::size_t kStep = sizeof(std::uint64_t) / sizeof(abi::WCHAR);
  constexpr std::uint64_t kOnes = 0x0001000100010001;
  constexpr std::uint64_t kHighBits = 0x8000800080008000;
  std::size_t length = 0;
  for (; length + kStep <= most; length += kStep) {
    std::uint64_t units = 0;
    std::memcpy(&units, array + length, sizeof units);
    // Not 0 if one of the four is 0.
    if (((units - kOnes) & ~units & kHighBits) != 0) break;
  }
  while (length < most && array[length] != 0) ++length;
  return length;
}

// The length of a text that ends with a terminator. It is read one character at a time, because the
// memory may end with it.
inline std::size_t length_of(const abi::WCHAR* text, std::size_t most) {
  std::size_t length = 0;
  while (length < most && text[length] != 0) ++length;
  return length;
}

template <std::size_t N>
std::u16string_view bounded(const abi::WCHAR (&array)[N]) {
  return {array, bounded_length(array, N)};
}

// The texts are a few characters long, so a call to memcmp takes longer than the comparison.
inline bool begins_equal(const char16_t* one, const char16_t* other, std::size_t length) {
  constexpr std::size_t kStep = sizeof(std::uint64_t) / sizeof(char16_t);
  std::size_t i = 0;
  for (; i + kStep <= length; i += kStep) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, one + i, sizeof left);
    std::memcpy(&right, other + i, sizeof right);
    if (left != right) return false;
  }
  for (; i < length; ++i) {
    if (one[i] != other[i]) return false;
  }
  return true;
}

// A text in an array whose end is not looked for until somebody asks.
class ArrayText {
 public:
  ArrayText() = default;
  template <std::size_t N>
  explicit ArrayText(const abi::WCHAR (&array)[N]) : array_(array), most_(N) {}

  std::u16string_view text() const { return {array_, bounded_length(array_, most_)}; }

  // The other text has no terminator inside, so its own terminator shows where this text ends.
  bool is(const std::u16string& other) const {
    if (other.size() > most_) return false;
    const std::size_t compared = other.size() < most_ ? other.size() + 1 : most_;
    return begins_equal(array_, other.c_str(), compared);
  }

 private:
  const abi::WCHAR* array_ = nullptr;
  std::size_t most_ = 0;
};

// A list of texts that ends with an empty one: the texts with a terminator between each two. The
// API does not say how long it is, so reading stops at a length that no list has.
inline std::u16string_view text_list(const abi::WCHAR* list) {
  constexpr std::size_t kMost = 65536;
  if (list == nullptr || list[0] == 0) return {};
  std::size_t length = 1;
  while (length < kMost && (list[length - 1] != 0 || list[length] != 0)) ++length;
  return {list, length - 1};
}

// The standard library compares such characters one by one. An empty view may have no data, which
// memcmp does not take.
inline bool is_equal(std::u16string_view one, std::u16string_view other) {
  if (one.size() != other.size()) return false;
  return one.empty() || std::memcmp(one.data(), other.data(), one.size() * sizeof(char16_t)) == 0;
}

// Copies as much as the array holds, and fills the rest with terminators. True if the whole text
// and a terminator fit. A text that fills the array has no terminator, as in the API.
template <std::size_t N>
bool copy_text(abi::WCHAR (&array)[N], std::u16string_view text) {
  std::fill(array + text.copy(array, N), array + N, u'\0');
  return text.size() < N;
}

}  // namespace rras::shared
