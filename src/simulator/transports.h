// The settings of each transport of the running router, keyed by its number (IP is 0x21): two
// blocks of bytes, which the model does not interpret.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace rras::simulator {

struct Transport {
  std::vector<std::uint8_t> global_info;
  std::vector<std::uint8_t> client_interface_info;
};

using Transports = std::map<std::uint32_t, Transport>;

}  // namespace rras::simulator
