// Stands where the loader's library stands in the product: its functions are linked into the
// fuzzer, and what it exports is for the fuzzer to choose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace rras::fuzz {

struct Export {
  const char* name;
  void* address;
};

// Every function that the library can have, under both spellings where there are two.
void has(std::initializer_list<Export> exports);

// Which of them it exports from now on: the nth, when bit n of the choice (repeated from the start
// where it is too short) is set. The choice must last as long; without one, all are exported.
void exports(const std::uint8_t* choice, std::size_t size);

// The buffers that the library has handed out and not got back. One that it never handed out, or
// got back before, ends the fuzzer.
std::size_t outstanding();
void* hand_out(std::size_t size);
void take_back(void* buffer);

}  // namespace rras::fuzz
