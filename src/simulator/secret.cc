#include "simulator/secret.h"

#include <cstring>

namespace rras::simulator {

namespace {

// A call through a volatile pointer is one that a compiler cannot leave out.
void* (*const volatile overwrite)(void*, int, std::size_t) = std::memset;

}  // namespace

void wipe(void* memory, std::size_t size) {
  if (size > 0) {
    overwrite(memory, 0, size);
  }
}

void Secret::assign(const std::uint8_t* bytes, std::size_t size) {
  // Not std::vector::assign: it would give memory back without having wiped it.
  std::vector<std::uint8_t> copy(bytes, bytes + size);
  clear();
  bytes_.swap(copy);
}

void Secret::clear() {
  wipe(bytes_.data(), bytes_.size());
  bytes_.clear();
}

}  // namespace rras::simulator
