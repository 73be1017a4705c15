// Cancels the call of a thread. For a real library the RPC run-time of Windows does this; the
// simulator makes no RPC calls, so it exports a function, under the same name in every dialect.
#include "os/call_canceller.h"
#include "simulator/call.h"
#include "simulator/calling_thread.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT std::int32_t RRAS_APIENTRY RrasCancelThread(HANDLE thread,
                                                                  std::int32_t /*timeout*/) {
  try {
    library_state().slots.cancel(thread_number(thread));
    return status::SUCCESS;
  } catch (...) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

static_assert(std::is_same_v<decltype(&RrasCancelThread), rpc::CancelThreadEx>);
