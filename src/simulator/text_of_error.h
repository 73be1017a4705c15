// Stand-ins for Windows' texts of errors, whose wording the simulator does not reproduce.
#pragma once

#include "abi/windows_types.h"
#include "simulator/text.h"

namespace rras::simulator {

// Whether the code is from raserror.h or mprerror.h respectively.
bool is_ras_error(abi::DWORD code);
bool is_router_error(abi::DWORD code);

Text text_of_error(abi::DWORD code);

}  // namespace rras::simulator
