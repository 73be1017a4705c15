// The settings of a server and of an account that a caller can change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "abi/windows_types.h"

namespace rras::api {

// Ports of one tunnel protocol. The flags are MPR_ENABLE.
struct PortCount {
  abi::DWORD count = 0;
  abi::DWORD flags = 0;
};

// Without SSTP for a server older than Windows 2008.
struct PortCounts {
  PortCount pptp;
  PortCount l2tp;
  std::optional<PortCount> sstp;
};

// One number of a server with all its tunnels. The record serverEx has the names.
struct ServerExSetting {
  std::string name;
  abi::DWORD value = 0;
};
using ServerExSettings = std::vector<ServerExSetting>;

// The privileges are RASPRIV and RASPRIV2. Without a level, the highest that the server has.
struct DialInRights {
  std::optional<abi::DWORD> level;
  abi::BYTE privilege = 0;
  std::u16string phone_number;
  abi::BYTE privilege2 = 0;
};

}  // namespace rras::api
