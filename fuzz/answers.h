// The answers of all substitute functions.
#pragma once

#include <cstddef>
#include <cstdint>

#include "abi/windows_types.h"
#include "fuzz/input.h"

namespace rras::fuzz {

// Usually one of the codes that the caller distinguishes, sometimes any number.
template <std::size_t N>
abi::DWORD any_status(const abi::DWORD (&meaningful)[N]) {
  const auto choice = input().number<std::uint8_t>();
  return choice < 240 ? meaningful[choice % N] : input().number<abi::DWORD>();
}

// The signature must be that of the function pointer with which the product calls the function.
template <typename Signature>
void* address(Signature function) {
  return reinterpret_cast<void*>(function);
}

}  // namespace rras::fuzz
