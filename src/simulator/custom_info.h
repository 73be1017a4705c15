// The settings for IKEv2 of one interface.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "abi/mprapi/server_ex.h"

namespace rras::simulator {

struct CustomInfo {
  abi::DWORD sa_life_time = 0;
  abi::DWORD sa_data_size = 0;
  abi::DWORD main_mode_sa_life_time = 0;
  std::vector<std::uint8_t> certificate_name;
  std::vector<std::uint8_t> certificate_hash;
  std::optional<abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0> policy;
};

}  // namespace rras::simulator
