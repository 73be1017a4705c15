// Compiles only if the structs of interfaces and of the stored configuration agree with the
// platform's mprapi.h; empty on other platforms.
#if defined(_WIN32) && __has_include(<mprapi.h>)

#include "abi/mprapi.h"
#include "abi/same_layout.h"

#define NUMBERS                                                                                \
  ROUTER_IF_STATE_UNREACHABLE, ROUTER_IF_STATE_DISCONNECTED, ROUTER_IF_STATE_CONNECTING,       \
      ROUTER_IF_STATE_CONNECTED, MPR_INTERFACE_OUT_OF_RESOURCES, MPR_INTERFACE_ADMIN_DISABLED, \
      MPR_INTERFACE_CONNECTION_FAILURE, MPR_INTERFACE_SERVICE_PAUSED,                          \
      MPR_INTERFACE_DIALOUT_HOURS_RESTRICTION, MPR_INTERFACE_NO_MEDIA_SENSE,                   \
      MPR_INTERFACE_NO_DEVICE, MPRIO_RequireEncryptedPw, MPRIO_RequireMsEncryptedPw,           \
      MPRIO_RequireDataEncryption, MPRIO_RequireEAP, MPRIO_RequirePAP, MPRIO_RequireCHAP,      \
      MPRIO_RequireMsCHAP2, MPR_ET_None, MPR_ET_Require, MPR_ET_RequireMax, MPR_ET_Optional,   \
      MPRIDS_UseGlobalValue, MPRIDS_Disabled, PWLEN

// Before the platform's header turns some of these names into macros.
namespace ours {
using namespace rras::abi::mpr;
constexpr unsigned kNumbers[] = {NUMBERS};
}  // namespace ours

#include "abi/platform_mprapi.h"

constexpr unsigned kNumbers[] = {NUMBERS};
SAME_NUMBERS(kNumbers);

SAME_SIZE(MPR_INTERFACE_0);
SAME_FIELD(MPR_INTERFACE_0, wszInterfaceName);
SAME_FIELD(MPR_INTERFACE_0, hInterface);
SAME_FIELD(MPR_INTERFACE_0, fEnabled);
SAME_FIELD(MPR_INTERFACE_0, dwIfType);
SAME_FIELD(MPR_INTERFACE_0, dwConnectionState);
SAME_FIELD(MPR_INTERFACE_0, fUnReachabilityReasons);
SAME_FIELD(MPR_INTERFACE_0, dwLastError);

SAME_SIZE(MPR_INTERFACE_1);
SAME_FIELD(MPR_INTERFACE_1, wszInterfaceName);
SAME_FIELD(MPR_INTERFACE_1, hInterface);
SAME_FIELD(MPR_INTERFACE_1, fEnabled);
SAME_FIELD(MPR_INTERFACE_1, dwIfType);
SAME_FIELD(MPR_INTERFACE_1, dwConnectionState);
SAME_FIELD(MPR_INTERFACE_1, fUnReachabilityReasons);
SAME_FIELD(MPR_INTERFACE_1, dwLastError);
SAME_FIELD(MPR_INTERFACE_1, lpwsDialoutHoursRestriction);

SAME_SIZE(MPR_INTERFACE_2);
SAME_FIELD(MPR_INTERFACE_2, wszInterfaceName);
SAME_FIELD(MPR_INTERFACE_2, hInterface);
SAME_FIELD(MPR_INTERFACE_2, fEnabled);
SAME_FIELD(MPR_INTERFACE_2, dwIfType);
SAME_FIELD(MPR_INTERFACE_2, dwConnectionState);
SAME_FIELD(MPR_INTERFACE_2, fUnReachabilityReasons);
SAME_FIELD(MPR_INTERFACE_2, dwLastError);
SAME_FIELD(MPR_INTERFACE_2, dwfOptions);
SAME_FIELD(MPR_INTERFACE_2, szLocalPhoneNumber);
SAME_FIELD(MPR_INTERFACE_2, szAlternates);
SAME_FIELD(MPR_INTERFACE_2, ipaddr);
SAME_FIELD(MPR_INTERFACE_2, ipaddrDns);
SAME_FIELD(MPR_INTERFACE_2, ipaddrDnsAlt);
SAME_FIELD(MPR_INTERFACE_2, ipaddrWins);
SAME_FIELD(MPR_INTERFACE_2, ipaddrWinsAlt);
SAME_FIELD(MPR_INTERFACE_2, dwfNetProtocols);
SAME_FIELD(MPR_INTERFACE_2, szDeviceType);
SAME_FIELD(MPR_INTERFACE_2, szDeviceName);
SAME_FIELD(MPR_INTERFACE_2, szX25PadType);
SAME_FIELD(MPR_INTERFACE_2, szX25Address);
SAME_FIELD(MPR_INTERFACE_2, szX25Facilities);
SAME_FIELD(MPR_INTERFACE_2, szX25UserData);
SAME_FIELD(MPR_INTERFACE_2, dwChannels);
SAME_FIELD(MPR_INTERFACE_2, dwSubEntries);
SAME_FIELD(MPR_INTERFACE_2, dwDialMode);
SAME_FIELD(MPR_INTERFACE_2, dwDialExtraPercent);
SAME_FIELD(MPR_INTERFACE_2, dwDialExtraSampleSeconds);
SAME_FIELD(MPR_INTERFACE_2, dwHangUpExtraPercent);
SAME_FIELD(MPR_INTERFACE_2, dwHangUpExtraSampleSeconds);
SAME_FIELD(MPR_INTERFACE_2, dwIdleDisconnectSeconds);
SAME_FIELD(MPR_INTERFACE_2, dwType);
SAME_FIELD(MPR_INTERFACE_2, dwEncryptionType);
SAME_FIELD(MPR_INTERFACE_2, dwCustomAuthKey);
SAME_FIELD(MPR_INTERFACE_2, dwCustomAuthDataSize);
SAME_FIELD(MPR_INTERFACE_2, lpbCustomAuthData);
SAME_FIELD(MPR_INTERFACE_2, guidId);
SAME_FIELD(MPR_INTERFACE_2, dwVpnStrategy);

SAME_SIZE(MPR_INTERFACE_3);
SAME_FIELD(MPR_INTERFACE_3, wszInterfaceName);
SAME_FIELD(MPR_INTERFACE_3, hInterface);
SAME_FIELD(MPR_INTERFACE_3, fEnabled);
SAME_FIELD(MPR_INTERFACE_3, dwIfType);
SAME_FIELD(MPR_INTERFACE_3, dwConnectionState);
SAME_FIELD(MPR_INTERFACE_3, fUnReachabilityReasons);
SAME_FIELD(MPR_INTERFACE_3, dwLastError);
SAME_FIELD(MPR_INTERFACE_3, dwfOptions);
SAME_FIELD(MPR_INTERFACE_3, szLocalPhoneNumber);
SAME_FIELD(MPR_INTERFACE_3, szAlternates);
SAME_FIELD(MPR_INTERFACE_3, ipaddr);
SAME_FIELD(MPR_INTERFACE_3, ipaddrDns);
SAME_FIELD(MPR_INTERFACE_3, ipaddrDnsAlt);
SAME_FIELD(MPR_INTERFACE_3, ipaddrWins);
SAME_FIELD(MPR_INTERFACE_3, ipaddrWinsAlt);
SAME_FIELD(MPR_INTERFACE_3, dwfNetProtocols);
SAME_FIELD(MPR_INTERFACE_3, szDeviceType);
SAME_FIELD(MPR_INTERFACE_3, szDeviceName);
SAME_FIELD(MPR_INTERFACE_3, szX25PadType);
SAME_FIELD(MPR_INTERFACE_3, szX25Address);
SAME_FIELD(MPR_INTERFACE_3, szX25Facilities);
SAME_FIELD(MPR_INTERFACE_3, szX25UserData);
SAME_FIELD(MPR_INTERFACE_3, dwChannels);
SAME_FIELD(MPR_INTERFACE_3, dwSubEntries);
SAME_FIELD(MPR_INTERFACE_3, dwDialMode);
SAME_FIELD(MPR_INTERFACE_3, dwDialExtraPercent);
SAME_FIELD(MPR_INTERFACE_3, dwDialExtraSampleSeconds);
SAME_FIELD(MPR_INTERFACE_3, dwHangUpExtraPercent);
SAME_FIELD(MPR_INTERFACE_3, dwHangUpExtraSampleSeconds);
SAME_FIELD(MPR_INTERFACE_3, dwIdleDisconnectSeconds);
SAME_FIELD(MPR_INTERFACE_3, dwType);
SAME_FIELD(MPR_INTERFACE_3, dwEncryptionType);
SAME_FIELD(MPR_INTERFACE_3, dwCustomAuthKey);
SAME_FIELD(MPR_INTERFACE_3, dwCustomAuthDataSize);
SAME_FIELD(MPR_INTERFACE_3, lpbCustomAuthData);
SAME_FIELD(MPR_INTERFACE_3, guidId);
SAME_FIELD(MPR_INTERFACE_3, dwVpnStrategy);
SAME_FIELD(MPR_INTERFACE_3, AddressCount);
SAME_FIELD(MPR_INTERFACE_3, ipv6addrDns);
SAME_FIELD(MPR_INTERFACE_3, ipv6addrDnsAlt);
SAME_FIELD(MPR_INTERFACE_3, ipv6addr);

SAME_SIZE(MPR_DEVICE_1);
SAME_FIELD(MPR_DEVICE_1, szDeviceType);
SAME_FIELD(MPR_DEVICE_1, szDeviceName);
SAME_FIELD(MPR_DEVICE_1, szLocalPhoneNumber);
SAME_FIELD(MPR_DEVICE_1, szAlternates);

SAME_SIZE(MPR_CREDENTIALSEX_0);
SAME_FIELD(MPR_CREDENTIALSEX_0, dwSize);
SAME_FIELD(MPR_CREDENTIALSEX_0, lpbCredentialsInfo);

SAME_SIZE(MPR_TRANSPORT_0);
SAME_FIELD(MPR_TRANSPORT_0, dwTransportId);
SAME_FIELD(MPR_TRANSPORT_0, hTransport);
SAME_FIELD(MPR_TRANSPORT_0, wszTransportName);

SAME_SIZE(MPR_IFTRANSPORT_0);
SAME_FIELD(MPR_IFTRANSPORT_0, dwTransportId);
SAME_FIELD(MPR_IFTRANSPORT_0, hIfTransport);
SAME_FIELD(MPR_IFTRANSPORT_0, wszIfTransportName);

// Its one field has two names in the headers.
SAME_SIZE(MPR_FILTER_0);

#endif
