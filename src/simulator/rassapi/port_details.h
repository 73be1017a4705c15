// What rassapi tells of one port in detail: what was negotiated on it, what was counted, and the
// parameters of its device.
#pragma once

#include "abi/rassapi.h"
#include "simulator/callee.h"
#include "simulator/port.h"

namespace rras::simulator {

void write_projection(const Connection& connection, abi::rassapi::RAS_PPP_PROJECTION_RESULT& into);

// Zeros for a port that is not in use.
void write_statistics(const Server& server, const Port& port,
                      abi::rassapi::RAS_PORT_STATISTICS& into);

// The parameters and what their strings point to, in one block. `buffer` is nullptr where there are
// none and the server gives no empty buffers. False if there is no memory.
bool write_parameters(const Callee& callee, const Port& port, void*& buffer);

}  // namespace rras::simulator
