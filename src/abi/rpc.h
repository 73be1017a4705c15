// The one function of the RPC run-time that is used: rpcasync.h's RpcCancelThreadEx.
#pragma once

#include <cstdint>

#include "abi/windows_types.h"

namespace rras::abi::rpc {

// Asks for the end of the remote call that the thread is in, and does not wait for it: `timeout`,
// in seconds, is how long the call may still wait for its server's agreement. Gives 0 or a status.
using CancelThreadEx = std::int32_t(RRAS_APIENTRY*)(HANDLE thread, std::int32_t timeout);

}  // namespace rras::abi::rpc
