// The bytes that the fuzzer chose, as a stream from which a substitute library makes its answers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rras::fuzz {

class Input {
 public:
  void give(const std::uint8_t* data, std::size_t size) {
    data_ = data;
    size_ = size;
  }

  // Reads zeros when the bytes are used up, so that every dialogue ends.
  void read(void* into, std::size_t count) {
    const std::size_t there = std::min(count, size_);
    if (there > 0) std::memcpy(into, data_, there);
    std::memset(static_cast<std::uint8_t*>(into) + there, 0, count - there);
    data_ += there;
    size_ -= there;
  }

  template <typename Number>
  Number number() {
    Number value;
    read(&value, sizeof value);
    return value;
  }

  bool coin() { return (number<std::uint8_t>() & 1) != 0; }

 private:
  const std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
};

// The current input of the target.
Input& input();

}  // namespace rras::fuzz
