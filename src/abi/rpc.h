// The only function of the RPC run-time that is used: RpcCancelThreadEx of rpcasync.h.
#pragma once

#include <cstdint>

#include "abi/windows_types.h"

namespace rras::abi::rpc {

// Requests the end of the thread's remote call and returns at once with 0 or a status. `timeout` is
// how many seconds the call may still wait until its server agrees.
using CancelThreadEx = std::int32_t(RRAS_APIENTRY*)(HANDLE thread, std::int32_t timeout);

}  // namespace rras::abi::rpc
