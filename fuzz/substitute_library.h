// Takes the place of the loaded library: its functions are linked into the fuzzer, which chooses
// which of them are exported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace rras::fuzz {

struct Export {
  const char* name;
  void* address;
};

// Every function that the library can have, under each of its names.
void has(std::initializer_list<Export> exports);

// Sets the exports from now on: the nth function if bit n of the choice is set. A choice that is
// too short is repeated. It must stay valid; without one, all functions are exported.
void exports(const std::uint8_t* choice, std::size_t size);

// The number of buffers that are not freed. Freeing a buffer twice, or a foreign pointer, ends the
// fuzzer.
std::size_t outstanding();
void* hand_out(std::size_t size);
void take_back(void* buffer);

}  // namespace rras::fuzz
