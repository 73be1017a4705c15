// What a server has stored for its transports, by their numbers (IP is 0x21): two blocks of bytes
// each, which the model does not read.
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
