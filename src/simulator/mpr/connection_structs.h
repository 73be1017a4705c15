// Writes a connection to each of the API's structs.
#pragma once

#include "abi/mprapi/connections.h"
#include "simulator/server.h"

namespace rras::simulator {

// `into` must be zeroed.
void write_connection(const Server& server, const Connection& connection,
                      abi::mpr::RAS_CONNECTION_0& into);
void write_connection(const Server& server, const Connection& connection,
                      abi::mpr::RAS_CONNECTION_1& into);
void write_connection(const Server& server, const Connection& connection,
                      abi::mpr::RAS_CONNECTION_2& into);
void write_connection(const Server& server, const Connection& connection,
                      abi::mpr::RAS_CONNECTION_3& into);
void write_connection(const Server& server, const Connection& connection,
                      abi::mpr::RAS_CONNECTION_EX& into);

}  // namespace rras::simulator
