// A secret in native memory: wiped when it is no longer used, never copied.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "abi/windows_types.h"

namespace rras::shared {

// Volatile, because the optimiser removes writes to memory that nothing reads again.
inline void wipe(void* block, std::size_t size) {
  auto* byte = static_cast<volatile unsigned char*>(block);
  while (size-- > 0) *byte++ = 0;
}

class Secret {
 public:
  Secret() = default;
  Secret(const abi::BYTE* bytes, std::size_t size) : bytes_(bytes, bytes + size) {}
  ~Secret() { wipe(bytes_.data(), bytes_.size()); }

  // A moved vector hands over its memory; a vector that grows would leave a copy behind.
  Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) { other.bytes_.clear(); }
  Secret& operator=(Secret&& other) noexcept {
    wipe(bytes_.data(), bytes_.size());
    bytes_ = std::move(other.bytes_);
    other.bytes_.clear();
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;

  const std::vector<abi::BYTE>& bytes() const { return bytes_; }

  // For functions of the API whose parameter is not const.
  abi::BYTE* data() { return bytes_.data(); }
  const abi::BYTE* data() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<abi::BYTE> bytes_;
};

}  // namespace rras::shared
