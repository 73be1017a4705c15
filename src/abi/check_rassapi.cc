// Compiles only if abi/rassapi.h agrees with the platform's rassapi.h, which only mingw-w64 still
// ships; empty on other platforms.
#if defined(_WIN32) && __has_include(<rassapi.h>)

#include "abi/rassapi.h"
#include "abi/same_layout.h"

#define NUMBERS                                                                                   \
  RAS_PORT_NON_OPERATIONAL, RAS_PORT_DISCONNECTED, RAS_PORT_CALLING_BACK, RAS_PORT_LISTENING,     \
      RAS_PORT_AUTHENTICATING, RAS_PORT_AUTHENTICATED, RAS_PORT_INITIALIZING,                     \
      RAS_MODEM_OPERATIONAL, RAS_MODEM_NOT_RESPONDING, RAS_MODEM_HARDWARE_FAILURE,                \
      RAS_MODEM_INCORRECT_RESPONSE, RAS_MODEM_UNKNOWN, USER_AUTHENTICATED, MESSENGER_PRESENT,     \
      PPP_CLIENT, GATEWAY_ACTIVE, REMOTE_LISTEN, PORT_MULTILINKED, ParamNumber, ParamString,      \
      RASPRIV_NoCallback, RASPRIV_AdminSetCallback, RASPRIV_CallerSetCallback,                    \
      RASPRIV_DialinPrivilege, RASPRIV_CallbackType, RASDOWNLEVEL, RASADMIN_35, RASADMIN_CURRENT, \
      UNCLEN

// Before the platform's header turns these names into macros.
namespace ours {
using namespace rras::abi::rassapi;
constexpr unsigned kNumbers[] = {NUMBERS};
}  // namespace ours

// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <lmcons.h>
#include <rassapi.h>
// clang-format on

constexpr unsigned kNumbers[] = {NUMBERS};
SAME_NUMBERS(kNumbers);

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

SAME_SIZE(RAS_USER_0);
SAME_FIELD(RAS_USER_0, bfPrivilege);
SAME_FIELD(RAS_USER_0, szPhoneNumber);

SAME_SIZE(RAS_PARAMS_VALUE);
SAME_FIELD(RAS_PARAMS_VALUE, Number);
SAME_FIELD(RAS_PARAMS_VALUE, String);

#endif
