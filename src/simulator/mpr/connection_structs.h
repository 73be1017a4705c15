// A connection as each struct of the API shows it.
#pragma once

#include "abi/mprapi/connections.h"
#include "simulator/server.h"

namespace rras::simulator {

// `into` is zeroed.
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
