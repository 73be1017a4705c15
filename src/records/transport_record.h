// The settings of a transport: two blocks that only a reader of the router's own format
// understands.
#pragma once

#include <string_view>

#include "records/record.h"

namespace rras::records {

struct Transport {
  std::string_view global_info;
  std::string_view client_interface_info;
};

inline constexpr auto kTransport =
    record("transport", bytes("globalInfo", &Transport::global_info),
           bytes("clientInterfaceInfo", &Transport::client_interface_info));

}  // namespace rras::records
