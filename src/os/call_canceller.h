// Finds a function that cancels a call into a library; the API itself has none. Real libraries call
// through the RPC run-time of Windows, which can cancel. A library that makes no RPC calls can
// export a function of the same signature, on every system, as the simulator does.
#pragma once

#include "abi/rpc.h"
#include "os/shared_library.h"

namespace rras::os {

// The name under which such a library exports it. The thread is a handle on Windows, elsewhere a
// pthread_t.
constexpr const char* kOwnCanceller = "RrasCancelThread";

// nullptr if the library's calls cannot be cancelled.
abi::rpc::CancelThreadEx find_canceller(const SharedLibrary& library);

}  // namespace rras::os
