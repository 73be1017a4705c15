// Connections, in levels that were added over time: NT 4 has level 0, Windows 2000 added 1 and 2,
// 2008 added 3, and 2008 R2 added RAS_CONNECTION_EX with its own functions.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/mprapi/object_header.h"
#include "abi/mprapi/ppp.h"
#include "abi/mprapi/projection.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum ROUTER_INTERFACE_TYPE : DWORD {
  ROUTER_IF_TYPE_CLIENT = 0,
  ROUTER_IF_TYPE_HOME_ROUTER = 1,
  ROUTER_IF_TYPE_FULL_ROUTER = 2,
  ROUTER_IF_TYPE_DEDICATED = 3,
  ROUTER_IF_TYPE_INTERNAL = 4,
  ROUTER_IF_TYPE_LOOPBACK = 5,
  ROUTER_IF_TYPE_TUNNEL1 = 6,
  ROUTER_IF_TYPE_DIALOUT = 7,
};

// 0x10 means ARAP on Windows 2000, and IKEv2 since 2008 R2.
enum RAS_FLAGS : DWORD {
  RAS_FLAGS_PPP_CONNECTION = 0x01,
  RAS_FLAGS_MESSENGER_PRESENT = 0x02,
  RAS_FLAGS_QUARANTINE_PRESENT = 0x08,
  RAS_FLAGS_IKEV2_CONNECTION = 0x10,
  RAS_FLAGS_DORMANT = 0x20,
};

enum RAS_QUARANTINE_STATE : DWORD {
  RAS_QUAR_STATE_NORMAL = 0,
  RAS_QUAR_STATE_QUARANTINE = 1,
  RAS_QUAR_STATE_PROBATION = 2,
  RAS_QUAR_STATE_NOT_CAPABLE = 3,
};

struct RAS_CONNECTION_0 {
  HANDLE hConnection;
  HANDLE hInterface;
  DWORD dwConnectDuration;
  DWORD dwInterfaceType;
  DWORD dwConnectionFlags;
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  WCHAR wszUserName[UNLEN + 1];
  WCHAR wszLogonDomain[DNLEN + 1];
  WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1];
};

struct RAS_CONNECTION_1 {
  HANDLE hConnection;
  HANDLE hInterface;
  PPP_INFO PppInfo;
  DWORD dwBytesXmited;
  DWORD dwBytesRcved;
  DWORD dwFramesXmited;
  DWORD dwFramesRcved;
  DWORD dwCrcErr;
  DWORD dwTimeoutErr;
  DWORD dwAlignmentErr;
  DWORD dwHardwareOverrunErr;
  DWORD dwFramingErr;
  DWORD dwBufferOverrunErr;
  DWORD dwCompressionRatioIn;
  DWORD dwCompressionRatioOut;
};

struct RAS_CONNECTION_2 {
  HANDLE hConnection;
  WCHAR wszUserName[UNLEN + 1];
  DWORD dwInterfaceType;
  GUID guid;
  PPP_INFO_2 PppInfo2;
};

struct RAS_CONNECTION_3 {
  DWORD dwVersion;
  DWORD dwSize;
  HANDLE hConnection;
  WCHAR wszUserName[UNLEN + 1];
  DWORD dwInterfaceType;
  GUID guid;
  PPP_INFO_3 PppInfo3;
  DWORD rasQuarState;
  FILETIME timer;
};

// Unlike in the levels, the handles are at the end.
struct RAS_CONNECTION_EX {
  MPRAPI_OBJECT_HEADER Header;
  DWORD dwConnectDuration;
  DWORD dwInterfaceType;
  DWORD dwConnectionFlags;
  WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
  WCHAR wszUserName[UNLEN + 1];
  WCHAR wszLogonDomain[DNLEN + 1];
  WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1];
  GUID guid;
  DWORD rasQuarState;
  FILETIME probationTime;
  DWORD dwBytesXmited;
  DWORD dwBytesRcved;
  DWORD dwFramesXmited;
  DWORD dwFramesRcved;
  DWORD dwCrcErr;
  DWORD dwTimeoutErr;
  DWORD dwAlignmentErr;
  DWORD dwHardwareOverrunErr;
  DWORD dwFramingErr;
  DWORD dwBufferOverrunErr;
  DWORD dwCompressionRatioIn;
  DWORD dwCompressionRatioOut;
  DWORD dwNumSwitchOvers;
  WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
  WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
  PROJECTION_INFO ProjectionInfo;
  HANDLE hConnection;
  HANDLE hInterface;
};

struct RAS_UPDATE_CONNECTION {
  MPRAPI_OBJECT_HEADER Header;
  DWORD dwIfIndex;
  WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
  WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
};

using ConnectionEnum = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel, BYTE** lplpbBuffer,
                                             DWORD dwPrefMaxLen, DWORD* lpdwEntriesRead,
                                             DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle);
using ConnectionGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel,
                                                HANDLE hRasConnection, BYTE** lplpbBuffer);
using ConnectionEnumEx = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer,
                                               MPRAPI_OBJECT_HEADER* pObjectHeader,
                                               DWORD dwPreferedMaxLen, DWORD* lpdwEntriesRead,
                                               DWORD* lpdwTotalEntries,
                                               RAS_CONNECTION_EX** ppRasConn,
                                               DWORD* lpdwResumeHandle);
using ConnectionGetInfoEx = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hRasConnection,
                                                  RAS_CONNECTION_EX* pRasConnection);
using ConnectionClearStats = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hRasConnection);

// With fIsIpAddress, hRasConnection is an IPv4 address in network byte order.
using ConnectionRemoveQuarantine = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hRasConnection,
                                                         BOOL fIsIpAddress);
using RegisterConnectionNotification = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer,
                                                             HANDLE hEventNotification);
using DeregisterConnectionNotification = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer,
                                                               HANDLE hEventNotification);
using SendUserMessage = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hConnection,
                                              WCHAR* lpwszMessage);
using UpdateConnection = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hRasConnection,
                                               RAS_UPDATE_CONNECTION* pRasUpdateConnection);

}  // namespace rras::abi::mpr
