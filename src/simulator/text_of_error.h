// What the simulator knows of the texts of errors: that there are some, not what they say.
#pragma once

#include "abi/windows_types.h"
#include "simulator/text.h"

namespace rras::simulator {

// Codes of raserror.h, and those of mprerror.h.
bool is_ras_error(abi::DWORD code);
bool is_router_error(abi::DWORD code);

Text text_of_error(abi::DWORD code);

}  // namespace rras::simulator
