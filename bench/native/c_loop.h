// The floor of every comparison: what the API itself costs a C program that asks for the ports,
// copies them and frees the buffer.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "server.h"

namespace rras::bench {

class CLoop {
 public:
  // Copies into the same memory each time: it could not be had for less.
  // Nothing when the server does not answer; else how many ports there were.
  std::optional<std::size_t> once(const Server& server);

 private:
  std::vector<abi::mpr::RAS_PORT_0> copy_;
};

}  // namespace rras::bench
