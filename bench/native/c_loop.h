// The lower limit of every comparison: the cost of the API for a C program that reads the ports,
// copies them and frees the buffer.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "server.h"

namespace rras::bench {

class CLoop {
 public:
  // Copies into the same memory each time, which is the cheapest way. Returns the number of ports,
  // or nothing if the server does not answer.
  std::optional<std::size_t> once(const Server& server);

 private:
  std::vector<abi::mpr::RAS_PORT_0> copy_;
};

}  // namespace rras::bench
