// What a connection is like of which a scene tells nothing but the user.
#pragma once

#include <cstddef>
#include <cstdint>

#include "simulator/connection.h"
#include "simulator/port.h"

namespace rras::simulator {

// `server` and the connection's ordinal tell it apart from every other: by GUID and by addresses.
ConnectionDetails default_details(std::uint32_t server, Ordinal ordinal, Protocol protocol,
                                  PortType port, std::size_t links);

}  // namespace rras::simulator
