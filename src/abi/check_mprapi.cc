// Compiles only if abi/mprapi.h agrees with the platform's mprapi.h; empty on other platforms. The
// structs of PPP and those with a header have files of their own. So has rassapi.h, because the two
// headers cannot be included together.
#if defined(_WIN32) && __has_include(<mprapi.h>)

#include "abi/mprapi.h"
#include "abi/same_layout.h"

#define NUMBERS                                                                               \
  RAS_PORT_NON_OPERATIONAL, RAS_PORT_DISCONNECTED, RAS_PORT_CALLING_BACK, RAS_PORT_LISTENING, \
      RAS_PORT_AUTHENTICATING, RAS_PORT_AUTHENTICATED, RAS_PORT_INITIALIZING,                 \
      RAS_HARDWARE_OPERATIONAL, RAS_HARDWARE_FAILURE, ROUTER_IF_TYPE_CLIENT,                  \
      ROUTER_IF_TYPE_HOME_ROUTER, ROUTER_IF_TYPE_FULL_ROUTER, ROUTER_IF_TYPE_DEDICATED,       \
      ROUTER_IF_TYPE_INTERNAL, ROUTER_IF_TYPE_LOOPBACK, ROUTER_IF_TYPE_TUNNEL1,               \
      ROUTER_IF_TYPE_DIALOUT, RAS_FLAGS_PPP_CONNECTION, RAS_FLAGS_MESSENGER_PRESENT,          \
      RAS_FLAGS_QUARANTINE_PRESENT, RAS_QUAR_STATE_NORMAL, RAS_QUAR_STATE_QUARANTINE,         \
      RAS_QUAR_STATE_PROBATION, RAS_QUAR_STATE_NOT_CAPABLE, MPR_ENABLE_RAS_ON_DEVICE,         \
      MPR_ENABLE_ROUTING_ON_DEVICE, RASPRIV_NoCallback, RASPRIV_AdminSetCallback,             \
      RASPRIV_CallerSetCallback, RASPRIV_DialinPrivilege, RASPRIV_CallbackType,               \
      RASPRIV2_DialinPolicy, PID_IP, PID_ATALK, PID_IPX, PID_NBF, UNCLEN

// Before the platform's header turns some of these names into macros.
namespace ours {
using namespace rras::abi::mpr;
constexpr unsigned kNumbers[] = {NUMBERS};
}  // namespace ours

#include "abi/platform_mprapi.h"

constexpr unsigned kNumbers[] = {NUMBERS};
SAME_NUMBERS(kNumbers);

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

SAME_SIZE(RAS_PORT_1);
SAME_FIELD(RAS_PORT_1, hPort);
SAME_FIELD(RAS_PORT_1, hConnection);
SAME_FIELD(RAS_PORT_1, dwHardwareCondition);
SAME_FIELD(RAS_PORT_1, dwLineSpeed);
SAME_FIELD(RAS_PORT_1, dwBytesXmited);
SAME_FIELD(RAS_PORT_1, dwBytesRcved);
SAME_FIELD(RAS_PORT_1, dwFramesXmited);
SAME_FIELD(RAS_PORT_1, dwFramesRcved);
SAME_FIELD(RAS_PORT_1, dwCrcErr);
SAME_FIELD(RAS_PORT_1, dwTimeoutErr);
SAME_FIELD(RAS_PORT_1, dwAlignmentErr);
SAME_FIELD(RAS_PORT_1, dwHardwareOverrunErr);
SAME_FIELD(RAS_PORT_1, dwFramingErr);
SAME_FIELD(RAS_PORT_1, dwBufferOverrunErr);
SAME_FIELD(RAS_PORT_1, dwCompressionRatioIn);
SAME_FIELD(RAS_PORT_1, dwCompressionRatioOut);

SAME_SIZE(RAS_CONNECTION_0);
SAME_FIELD(RAS_CONNECTION_0, hConnection);
SAME_FIELD(RAS_CONNECTION_0, hInterface);
SAME_FIELD(RAS_CONNECTION_0, dwConnectDuration);
SAME_FIELD(RAS_CONNECTION_0, dwInterfaceType);
SAME_FIELD(RAS_CONNECTION_0, dwConnectionFlags);
SAME_FIELD(RAS_CONNECTION_0, wszInterfaceName);
SAME_FIELD(RAS_CONNECTION_0, wszUserName);
SAME_FIELD(RAS_CONNECTION_0, wszLogonDomain);
SAME_FIELD(RAS_CONNECTION_0, wszRemoteComputer);

SAME_SIZE(RAS_CONNECTION_1);
SAME_FIELD(RAS_CONNECTION_1, hConnection);
SAME_FIELD(RAS_CONNECTION_1, hInterface);
SAME_FIELD(RAS_CONNECTION_1, PppInfo);
SAME_FIELD(RAS_CONNECTION_1, dwBytesXmited);
SAME_FIELD(RAS_CONNECTION_1, dwBytesRcved);
SAME_FIELD(RAS_CONNECTION_1, dwFramesXmited);
SAME_FIELD(RAS_CONNECTION_1, dwFramesRcved);
SAME_FIELD(RAS_CONNECTION_1, dwCrcErr);
SAME_FIELD(RAS_CONNECTION_1, dwTimeoutErr);
SAME_FIELD(RAS_CONNECTION_1, dwAlignmentErr);
SAME_FIELD(RAS_CONNECTION_1, dwHardwareOverrunErr);
SAME_FIELD(RAS_CONNECTION_1, dwFramingErr);
SAME_FIELD(RAS_CONNECTION_1, dwBufferOverrunErr);
SAME_FIELD(RAS_CONNECTION_1, dwCompressionRatioIn);
SAME_FIELD(RAS_CONNECTION_1, dwCompressionRatioOut);

SAME_SIZE(RAS_CONNECTION_2);
SAME_FIELD(RAS_CONNECTION_2, hConnection);
SAME_FIELD(RAS_CONNECTION_2, wszUserName);
SAME_FIELD(RAS_CONNECTION_2, dwInterfaceType);
SAME_FIELD(RAS_CONNECTION_2, guid);
SAME_FIELD(RAS_CONNECTION_2, PppInfo2);

SAME_SIZE(RAS_CONNECTION_3);
SAME_FIELD(RAS_CONNECTION_3, dwVersion);
SAME_FIELD(RAS_CONNECTION_3, dwSize);
SAME_FIELD(RAS_CONNECTION_3, hConnection);
SAME_FIELD(RAS_CONNECTION_3, wszUserName);
SAME_FIELD(RAS_CONNECTION_3, dwInterfaceType);
SAME_FIELD(RAS_CONNECTION_3, guid);
SAME_FIELD(RAS_CONNECTION_3, PppInfo3);
SAME_FIELD(RAS_CONNECTION_3, rasQuarState);
SAME_FIELD(RAS_CONNECTION_3, timer);

SAME_SIZE(RAS_USER_0);
SAME_FIELD(RAS_USER_0, bfPrivilege);
SAME_FIELD(RAS_USER_0, wszPhoneNumber);

SAME_SIZE(RAS_USER_1);
SAME_FIELD(RAS_USER_1, bfPrivilege);
SAME_FIELD(RAS_USER_1, wszPhoneNumber);
SAME_FIELD(RAS_USER_1, bfPrivilege2);

SAME_SIZE(MPR_SERVER_0);
SAME_FIELD(MPR_SERVER_0, fLanOnlyMode);
SAME_FIELD(MPR_SERVER_0, dwUpTime);
SAME_FIELD(MPR_SERVER_0, dwTotalPorts);
SAME_FIELD(MPR_SERVER_0, dwPortsInUse);

SAME_SIZE(MPR_SERVER_1);
SAME_FIELD(MPR_SERVER_1, dwNumPptpPorts);
SAME_FIELD(MPR_SERVER_1, dwPptpPortFlags);
SAME_FIELD(MPR_SERVER_1, dwNumL2tpPorts);
SAME_FIELD(MPR_SERVER_1, dwL2tpPortFlags);

SAME_SIZE(MPR_SERVER_2);
SAME_FIELD(MPR_SERVER_2, dwNumPptpPorts);
SAME_FIELD(MPR_SERVER_2, dwPptpPortFlags);
SAME_FIELD(MPR_SERVER_2, dwNumL2tpPorts);
SAME_FIELD(MPR_SERVER_2, dwL2tpPortFlags);
SAME_FIELD(MPR_SERVER_2, dwNumSstpPorts);
SAME_FIELD(MPR_SERVER_2, dwSstpPortFlags);

SAME_SIZE(MPR_CREDENTIALSEX_1);
SAME_FIELD(MPR_CREDENTIALSEX_1, dwSize);
SAME_FIELD(MPR_CREDENTIALSEX_1, lpbCredentialsInfo);

SAME_SIZE(MPR_DEVICE_0);
SAME_FIELD(MPR_DEVICE_0, szDeviceType);
SAME_FIELD(MPR_DEVICE_0, szDeviceName);

#endif
