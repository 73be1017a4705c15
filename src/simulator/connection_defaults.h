// The details of a connection for which a test gives only the user.
#pragma once

#include <cstddef>
#include <cstdint>

#include "simulator/connection.h"
#include "simulator/port.h"

namespace rras::simulator {

// GUID and addresses follow from the server's number and the connection's ordinal.
ConnectionDetails default_details(std::uint32_t server, Ordinal ordinal, Protocol protocol,
                                  PortType port, std::size_t links);

}  // namespace rras::simulator
