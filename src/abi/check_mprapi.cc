// Compiles only where abi/mprapi.h agrees with the platform's own mprapi.h; elsewhere it is empty.
// rassapi.h has a file of its own: the two headers cannot be included together.
#if defined(_WIN32) && __has_include(<mprapi.h>)

#include "abi/mprapi.h"

// Taken before the platform's header turns some of these names into macros.
namespace ours {
using rras::abi::mpr::RAS_PORT_0;
constexpr unsigned kConditions[] = {
    rras::abi::mpr::RAS_PORT_NON_OPERATIONAL, rras::abi::mpr::RAS_PORT_DISCONNECTED,
    rras::abi::mpr::RAS_PORT_CALLING_BACK,    rras::abi::mpr::RAS_PORT_LISTENING,
    rras::abi::mpr::RAS_PORT_AUTHENTICATING,  rras::abi::mpr::RAS_PORT_AUTHENTICATED,
    rras::abi::mpr::RAS_PORT_INITIALIZING};
}  // namespace ours

// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <ras.h>
#include <mprapi.h>
// clang-format on

#include "abi/same_layout.h"

SAME_SIZE(RAS_PORT_0);
SAME_FIELD(RAS_PORT_0, hPort);
SAME_FIELD(RAS_PORT_0, hConnection);
SAME_FIELD(RAS_PORT_0, dwPortCondition);
SAME_FIELD(RAS_PORT_0, dwTotalNumberOfCalls);
SAME_FIELD(RAS_PORT_0, dwConnectDuration);
SAME_FIELD(RAS_PORT_0, wszPortName);
SAME_FIELD(RAS_PORT_0, wszMediaName);
SAME_FIELD(RAS_PORT_0, wszDeviceName);
SAME_FIELD(RAS_PORT_0, wszDeviceType);

static_assert(ours::kConditions[0] == RAS_PORT_NON_OPERATIONAL, "conditions differ");
static_assert(ours::kConditions[1] == RAS_PORT_DISCONNECTED, "conditions differ");
static_assert(ours::kConditions[2] == RAS_PORT_CALLING_BACK, "conditions differ");
static_assert(ours::kConditions[3] == RAS_PORT_LISTENING, "conditions differ");
static_assert(ours::kConditions[4] == RAS_PORT_AUTHENTICATING, "conditions differ");
static_assert(ours::kConditions[5] == RAS_PORT_AUTHENTICATED, "conditions differ");
static_assert(ours::kConditions[6] == RAS_PORT_INITIALIZING, "conditions differ");

#endif
