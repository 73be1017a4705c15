// What the functions of every substitute answer with.
#pragma once

#include <cstddef>
#include <cstdint>

#include "abi/windows_types.h"
#include "fuzz/input.h"

namespace rras::fuzz {

// Mostly one of those that mean something to the caller, now and then any number.
template <std::size_t N>
abi::DWORD any_status(const abi::DWORD (&meaningful)[N]) {
  const auto choice = input().number<std::uint8_t>();
  return choice < 240 ? meaningful[choice % N] : input().number<abi::DWORD>();
}

// The signature is checked against that of the function pointer by which the product calls it.
template <typename Signature>
void* address(Signature function) {
  return reinterpret_cast<void*>(function);
}

}  // namespace rras::fuzz
