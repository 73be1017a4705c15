// How a call into a library is cancelled: what the API itself has no function for. Real libraries
// call through Windows' RPC run-time, which can be asked. A library that calls nothing can offer a
// function of its own, of the same signature, on every system: the simulator does.
#pragma once

#include "abi/rpc.h"
#include "library/shared_library.h"

namespace rras::library {

// The name of the function that such a library exports. The thread is a handle on Windows,
// elsewhere a pthread_t.
constexpr const char* kOwnCanceller = "RrasCancelThread";

// Null where nothing can cancel.
abi::rpc::CancelThreadEx find_canceller(const SharedLibrary& library);

}  // namespace rras::library
