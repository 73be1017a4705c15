// Ids of ports, connections and interfaces: 32-bit numbers that travel as HANDLEs. They are not
// kernel handles and are never closed.
#pragma once

#include <cstdint>

#include "abi/windows_types.h"

namespace rras::shared {

inline std::uint64_t id_of(abi::HANDLE handle) {
  return reinterpret_cast<std::uintptr_t>(handle);
}

// A larger number, truncated to the width of a HANDLE, would name something else.
inline bool fits_handle(std::uint64_t id) {
  return id <= ~std::uintptr_t{0};
}

inline abi::HANDLE handle_of(std::uint64_t id) {
  return reinterpret_cast<abi::HANDLE>(static_cast<std::uintptr_t>(id));
}

// INVALID_HANDLE_VALUE. NULL would be error 6, so it never stands for "all".
constexpr std::uint64_t kEveryConnection = ~std::uintptr_t{0};

}  // namespace rras::shared
