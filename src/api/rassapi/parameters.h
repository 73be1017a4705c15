// The parameters of a port's media, as RasAdminPortGetInfo hands them out: an array in a block of
// the DLL's, whose strings stand in the block too.
#pragma once

#include <vector>

#include "abi/rassapi.h"
#include "records/rassapi_port_record.h"

namespace rras::api::rassapi {

// False when count, size and strings do not fit each other: then nothing of it can be believed. The
// values are views into the block.
bool read_parameters(const abi::rassapi::RAS_PORT_1& port,
                     const abi::rassapi::RAS_PARAMETERS* parameters,
                     std::vector<records::RassapiParameter>& read);

}  // namespace rras::api::rassapi
