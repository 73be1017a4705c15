// Compiles only where abi/rassapi.h agrees with the platform's own rassapi.h, which only mingw-w64
// still ships; elsewhere it is empty.
#if defined(_WIN32) && __has_include(<rassapi.h>)

#include "abi/rassapi.h"

// Taken before the platform's header turns these names into macros.
namespace ours {
using namespace rras::abi::rassapi;
constexpr unsigned kConditions[] = {
    rras::abi::rassapi::RAS_PORT_NON_OPERATIONAL, rras::abi::rassapi::RAS_PORT_DISCONNECTED,
    rras::abi::rassapi::RAS_PORT_CALLING_BACK,    rras::abi::rassapi::RAS_PORT_LISTENING,
    rras::abi::rassapi::RAS_PORT_AUTHENTICATING,  rras::abi::rassapi::RAS_PORT_AUTHENTICATED,
    rras::abi::rassapi::RAS_PORT_INITIALIZING};
constexpr unsigned kFlags[] = {USER_AUTHENTICATED, MESSENGER_PRESENT, PPP_CLIENT,
                               GATEWAY_ACTIVE,     REMOTE_LISTEN,     PORT_MULTILINKED};
}  // namespace ours

// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <lmcons.h>
#include <rassapi.h>
// clang-format on

#include "abi/same_layout.h"

SAME_SIZE(RAS_PORT_0);
SAME_FIELD(RAS_PORT_0, wszPortName);
SAME_FIELD(RAS_PORT_0, wszDeviceType);
SAME_FIELD(RAS_PORT_0, wszDeviceName);
SAME_FIELD(RAS_PORT_0, wszMediaName);
SAME_FIELD(RAS_PORT_0, reserved);
SAME_FIELD(RAS_PORT_0, Flags);
SAME_FIELD(RAS_PORT_0, wszUserName);
SAME_FIELD(RAS_PORT_0, wszComputer);
SAME_FIELD(RAS_PORT_0, dwStartSessionTime);
SAME_FIELD(RAS_PORT_0, wszLogonDomain);
SAME_FIELD(RAS_PORT_0, fAdvancedServer);

SAME_SIZE(RAS_PPP_PROJECTION_RESULT);
SAME_FIELD(RAS_PPP_PROJECTION_RESULT, nbf);
SAME_FIELD(RAS_PPP_PROJECTION_RESULT, ip);
SAME_FIELD(RAS_PPP_PROJECTION_RESULT, ipx);
SAME_FIELD(RAS_PPP_PROJECTION_RESULT, at);

SAME_SIZE(RAS_PORT_1);
SAME_FIELD(RAS_PORT_1, rasport0);
SAME_FIELD(RAS_PORT_1, LineCondition);
SAME_FIELD(RAS_PORT_1, HardwareCondition);
SAME_FIELD(RAS_PORT_1, LineSpeed);
SAME_FIELD(RAS_PORT_1, NumStatistics);
SAME_FIELD(RAS_PORT_1, NumMediaParms);
SAME_FIELD(RAS_PORT_1, SizeMediaParms);
SAME_FIELD(RAS_PORT_1, ProjResult);

SAME_SIZE(RAS_PORT_STATISTICS);
SAME_FIELD(RAS_PORT_STATISTICS, dwBytesRcvedCompressed);
SAME_FIELD(RAS_PORT_STATISTICS, dwPortBytesXmited);
SAME_FIELD(RAS_PORT_STATISTICS, dwPortBytesRcvedCompressed);

SAME_SIZE(RAS_PARAMETERS);
SAME_FIELD(RAS_PARAMETERS, P_Key);
SAME_FIELD(RAS_PARAMETERS, P_Type);
SAME_FIELD(RAS_PARAMETERS, P_Attributes);
SAME_FIELD(RAS_PARAMETERS, P_Value);

SAME_SIZE(RAS_SERVER_0);
SAME_FIELD(RAS_SERVER_0, TotalPorts);
SAME_FIELD(RAS_SERVER_0, PortsInUse);
SAME_FIELD(RAS_SERVER_0, RasVersion);

static_assert(ours::kConditions[0] == RAS_PORT_NON_OPERATIONAL, "conditions differ");
static_assert(ours::kConditions[1] == RAS_PORT_DISCONNECTED, "conditions differ");
static_assert(ours::kConditions[2] == RAS_PORT_CALLING_BACK, "conditions differ");
static_assert(ours::kConditions[3] == RAS_PORT_LISTENING, "conditions differ");
static_assert(ours::kConditions[4] == RAS_PORT_AUTHENTICATING, "conditions differ");
static_assert(ours::kConditions[5] == RAS_PORT_AUTHENTICATED, "conditions differ");
static_assert(ours::kConditions[6] == RAS_PORT_INITIALIZING, "conditions differ");
static_assert(ours::kFlags[0] == USER_AUTHENTICATED, "flags differ");
static_assert(ours::kFlags[1] == MESSENGER_PRESENT, "flags differ");
static_assert(ours::kFlags[2] == PPP_CLIENT, "flags differ");
static_assert(ours::kFlags[3] == GATEWAY_ACTIVE, "flags differ");
static_assert(ours::kFlags[4] == REMOTE_LISTEN, "flags differ");
static_assert(ours::kFlags[5] == PORT_MULTILINKED, "flags differ");

#endif
