// The details that rassapi reports of one port: the result of the negotiation, the counters, and
// the parameters of its device.
#pragma once

#include "abi/rassapi.h"
#include "simulator/callee.h"
#include "simulator/port.h"

namespace rras::simulator {

void write_projection(const Connection& connection, abi::rassapi::RAS_PPP_PROJECTION_RESULT& into);

// Writes zeros for a port that is not in use.
void write_statistics(const Server& server, const Port& port,
                      abi::rassapi::RAS_PORT_STATISTICS& into);

// Writes the parameters and their strings to one block. `buffer` is nullptr if there are none and
// the server returns no empty buffers. False if memory runs out.
bool write_parameters(const Callee& callee, const Port& port, void*& buffer);

}  // namespace rras::simulator
