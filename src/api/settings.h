// What a caller can set: of a server and of an account.
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

// Without SSTP, as a server of before Windows 2008 takes it.
struct PortCounts {
  PortCount pptp;
  PortCount l2tp;
  std::optional<PortCount> sstp;
};

// One number of a server with all its tunnels, under its name in the record serverEx.
struct ServerExSetting {
  std::string name;
  abi::DWORD value = 0;
};
using ServerExSettings = std::vector<ServerExSetting>;

// The privileges are RASPRIV and RASPRIV2. Without a level, the best that the server knows.
struct DialInRights {
  std::optional<abi::DWORD> level;
  abi::BYTE privilege = 0;
  std::u16string phone_number;
  abi::BYTE privilege2 = 0;
};

}  // namespace rras::api
