// Blocks of bytes in the router's own format, from a caller.
#pragma once

#include <optional>

#include "api/operation.h"

namespace rras::api::mprapi {

// A block that the caller may leave out.
using Block = std::optional<Bytes>;

// nullptr for a block that is left out. One without bytes has an address all the same.
inline abi::BYTE* bytes_of(Block& block) {
  static abi::BYTE nothing = 0;
  if (!block) return nullptr;
  return block->empty() ? &nothing : block->data();
}

inline abi::DWORD size_of(const Block& block) {
  return block ? static_cast<abi::DWORD>(block->size()) : 0;
}

}  // namespace rras::api::mprapi
