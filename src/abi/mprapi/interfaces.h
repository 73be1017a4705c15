// The interfaces of the router: network cards, demand-dial interfaces, dialled-in clients. Levels 0
// to 2 came with Windows 2000, level 3 with 2008. Levels 2 and 3 hold the phone-book entry of a
// demand-dial interface.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum ROUTER_CONNECTION_STATE : DWORD {
  ROUTER_IF_STATE_UNREACHABLE = 0,
  ROUTER_IF_STATE_DISCONNECTED = 1,
  ROUTER_IF_STATE_CONNECTING = 2,
  ROUTER_IF_STATE_CONNECTED = 3,
};

// Bits of fUnReachabilityReasons.
enum MPR_INTERFACE : DWORD {
  MPR_INTERFACE_OUT_OF_RESOURCES = 0x01,
  MPR_INTERFACE_ADMIN_DISABLED = 0x02,
  MPR_INTERFACE_CONNECTION_FAILURE = 0x04,
  MPR_INTERFACE_SERVICE_PAUSED = 0x08,
  MPR_INTERFACE_DIALOUT_HOURS_RESTRICTION = 0x10,
  MPR_INTERFACE_NO_MEDIA_SENSE = 0x20,
  MPR_INTERFACE_NO_DEVICE = 0x40,
};

// The bits of dwfOptions that the simulated server looks at; lib/interfaces has all of them.
enum MPRIO : DWORD {
  MPRIO_RequireEncryptedPw = 0x00000400,
  MPRIO_RequireMsEncryptedPw = 0x00000800,
  MPRIO_RequireDataEncryption = 0x00001000,
  MPRIO_RequireEAP = 0x00020000,
  MPRIO_RequirePAP = 0x00040000,
  MPRIO_RequireCHAP = 0x08000000,
  MPRIO_RequireMsCHAP2 = 0x20000000,
};

enum MPR_ET : DWORD {
  MPR_ET_None = 0,
  MPR_ET_Require = 1,
  MPR_ET_RequireMax = 2,
  MPR_ET_Optional = 3,
};

constexpr DWORD MPRIDS_UseGlobalValue = 0;
constexpr DWORD MPRIDS_Disabled = 0xFFFFFFFF;

struct MPR_INTERFACE_0 {
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  HANDLE hInterface;
  BOOL fEnabled;
  DWORD dwIfType;
  DWORD dwConnectionState;
  DWORD fUnReachabilityReasons;
  DWORD dwLastError;
};

struct MPR_INTERFACE_1 {
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  HANDLE hInterface;
  BOOL fEnabled;
  DWORD dwIfType;
  DWORD dwConnectionState;
  DWORD fUnReachabilityReasons;
  DWORD dwLastError;
  WCHAR* lpwsDialoutHoursRestriction;
};

struct MPR_INTERFACE_2 {
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  HANDLE hInterface;
  BOOL fEnabled;
  DWORD dwIfType;
  DWORD dwConnectionState;
  DWORD fUnReachabilityReasons;
  DWORD dwLastError;
  DWORD dwfOptions;
  WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1];
  WCHAR* szAlternates;
  DWORD ipaddr;
  DWORD ipaddrDns;
  DWORD ipaddrDnsAlt;
  DWORD ipaddrWins;
  DWORD ipaddrWinsAlt;
  DWORD dwfNetProtocols;
  WCHAR szDeviceType[MPR_MaxDeviceType + 1];
  WCHAR szDeviceName[MPR_MaxDeviceName + 1];
  WCHAR szX25PadType[MPR_MaxPadType + 1];
  WCHAR szX25Address[MPR_MaxX25Address + 1];
  WCHAR szX25Facilities[MPR_MaxFacilities + 1];
  WCHAR szX25UserData[MPR_MaxUserData + 1];
  DWORD dwChannels;
  DWORD dwSubEntries;
  DWORD dwDialMode;
  DWORD dwDialExtraPercent;
  DWORD dwDialExtraSampleSeconds;
  DWORD dwHangUpExtraPercent;
  DWORD dwHangUpExtraSampleSeconds;
  DWORD dwIdleDisconnectSeconds;
  DWORD dwType;
  DWORD dwEncryptionType;
  DWORD dwCustomAuthKey;
  DWORD dwCustomAuthDataSize;
  BYTE* lpbCustomAuthData;
  GUID guidId;
  DWORD dwVpnStrategy;
};

// Begins like level 2.
struct MPR_INTERFACE_3 {
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  HANDLE hInterface;
  BOOL fEnabled;
  DWORD dwIfType;
  DWORD dwConnectionState;
  DWORD fUnReachabilityReasons;
  DWORD dwLastError;
  DWORD dwfOptions;
  WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1];
  WCHAR* szAlternates;
  DWORD ipaddr;
  DWORD ipaddrDns;
  DWORD ipaddrDnsAlt;
  DWORD ipaddrWins;
  DWORD ipaddrWinsAlt;
  DWORD dwfNetProtocols;
  WCHAR szDeviceType[MPR_MaxDeviceType + 1];
  WCHAR szDeviceName[MPR_MaxDeviceName + 1];
  WCHAR szX25PadType[MPR_MaxPadType + 1];
  WCHAR szX25Address[MPR_MaxX25Address + 1];
  WCHAR szX25Facilities[MPR_MaxFacilities + 1];
  WCHAR szX25UserData[MPR_MaxUserData + 1];
  DWORD dwChannels;
  DWORD dwSubEntries;
  DWORD dwDialMode;
  DWORD dwDialExtraPercent;
  DWORD dwDialExtraSampleSeconds;
  DWORD dwHangUpExtraPercent;
  DWORD dwHangUpExtraSampleSeconds;
  DWORD dwIdleDisconnectSeconds;
  DWORD dwType;
  DWORD dwEncryptionType;
  DWORD dwCustomAuthKey;
  DWORD dwCustomAuthDataSize;
  BYTE* lpbCustomAuthData;
  GUID guidId;
  DWORD dwVpnStrategy;
  DWORD AddressCount;
  IN6_ADDR ipv6addrDns;
  IN6_ADDR ipv6addrDnsAlt;
  IN6_ADDR* ipv6addr;
};

// A device of an interface with the number that it dials.
struct MPR_DEVICE_1 {
  WCHAR szDeviceType[MPR_MaxDeviceType + 1];
  WCHAR szDeviceName[MPR_MaxDeviceName + 1];
  WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1];
  WCHAR* szAlternates;
};

// The EAP data of an interface, at level 0. Level 1 is MPR_CREDENTIALSEX_1, its pre-shared key.
struct MPR_CREDENTIALSEX_0 {
  DWORD dwSize;
  BYTE* lpbCredentialsInfo;
};

using InterfaceCreate = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel, BYTE* lpbBuffer,
                                              HANDLE* phInterface);
using InterfaceDelete = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface);
using InterfaceEnum = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel, BYTE** lplpbBuffer,
                                            DWORD dwPrefMaxLen, DWORD* lpdwEntriesRead,
                                            DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle);

// Handle, then level; the functions for connections and ports have the other order.
using InterfaceGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface, DWORD dwLevel,
                                               BYTE** lplpbBuffer);
using InterfaceSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface, DWORD dwLevel,
                                               BYTE* lpbBuffer);
using InterfaceGetHandle = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, WCHAR* lpwsInterfaceName,
                                                 HANDLE* phInterface,
                                                 BOOL fIncludeClientInterfaces);
using InterfaceConnect = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface, HANDLE hEvent,
                                               BOOL fSynchronous);
using InterfaceDisconnect = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface);
using InterfaceDeviceGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                     DWORD dwIndex, DWORD dwLevel,
                                                     BYTE** lplpBuffer);
using InterfaceDeviceSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                     DWORD dwIndex, DWORD dwLevel, BYTE* lpbBuffer);

// The name of the server instead of its handle. The order of the texts differs: reading has the
// password before the domain, writing has it last.
using InterfaceGetCredentials = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServer, WCHAR* lpwsInterfaceName,
                                                      WCHAR* lpwsUserName, WCHAR* lpwsPassword,
                                                      WCHAR* lpwsDomainName);
using InterfaceSetCredentials = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServer, WCHAR* lpwsInterfaceName,
                                                      WCHAR* lpwsUserName, WCHAR* lpwsDomainName,
                                                      WCHAR* lpwsPassword);
using InterfaceGetCredentialsEx = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                        DWORD dwLevel, BYTE** lplpbBuffer);
using InterfaceSetCredentialsEx = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                        DWORD dwLevel, BYTE* lpbBuffer);
using InterfaceTransportAdd = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                    DWORD dwTransportId, BYTE* pInterfaceInfo,
                                                    DWORD dwInterfaceInfoSize);
using InterfaceTransportRemove = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                       DWORD dwTransportId);
using InterfaceTransportGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                        DWORD dwTransportId, BYTE** ppInterfaceInfo,
                                                        DWORD* lpdwInterfaceInfoSize);
using InterfaceTransportSetInfo = InterfaceTransportAdd;
using InterfaceUpdateRoutes = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                    DWORD dwProtocolId, HANDLE hEvent);
using InterfaceQueryUpdateResult = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                         DWORD dwProtocolId,
                                                         DWORD* lpdwUpdateResult);
using InterfaceUpdatePhonebookInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface);

}  // namespace rras::abi::mpr
