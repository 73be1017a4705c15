// The Windows version of a server. It decides which functions and levels the server has.
#pragma once

#include <cstdint>

namespace rras::simulator {

// From the oldest to the newest; lib/simulator/generation.ts names them.
enum class Generation : std::uint8_t {
  nt4,
  windows_2000,
  windows_2003,
  windows_2008,
  windows_2008_r2,
  windows_2012_r2,
  windows_2016,
};

}  // namespace rras::simulator
