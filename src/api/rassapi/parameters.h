// The parameters of a port's media from RasAdminPortGetInfo: an array in a block of the DLL, which
// holds the strings too.
#pragma once

#include <vector>

#include "abi/rassapi.h"
#include "records/rassapi_port_record.h"

namespace rras::api::rassapi {

// False if count, size and strings contradict each other; then nothing in the block is reliable.
// The values are views into the block.
bool read_parameters(const abi::rassapi::RAS_PORT_1& port,
                     const abi::rassapi::RAS_PARAMETERS* parameters,
                     std::vector<records::RassapiParameter>& read);

}  // namespace rras::api::rassapi
