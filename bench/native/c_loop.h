// The lower limit of every comparison: the cost of the API for a C program that reads a listing,
// copies it and frees the buffer.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "server.h"

namespace rras::bench {

// Each copies into the same memory each time, which is the cheapest way, and returns the number of
// entries, or nothing if the server does not answer.
class CLoop {
 public:
  std::optional<std::size_t> ports(const Server& server);
  std::optional<std::size_t> connections_ex(const Server& server);
  std::optional<std::size_t> connections(const Server& server, abi::DWORD level);

 private:
  std::size_t take(const Server& server, void* buffer, abi::DWORD count, std::size_t size);

  std::vector<unsigned char> copy_;
};

}  // namespace rras::bench
