// The part of rassapi.h that is used: the administration API of NT 4.
//
// Its RAS_PORT_0 and RAS_PORT_1 share only their names with those of mprapi.h. Its arrays of names
// have no terminator when full, and its port conditions count from 1.
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::rassapi {

constexpr int RASSAPI_MAX_PORT_NAME = 16;
constexpr int RASSAPI_MAX_MEDIA_NAME = 16;
constexpr int RASSAPI_MAX_DEVICE_NAME = 128;
constexpr int RASSAPI_MAX_DEVICETYPE_NAME = 16;
constexpr int UNLEN = 256;
constexpr int DNLEN = 15;
constexpr int NETBIOS_NAME_LEN = 16;
constexpr int RAS_IPADDRESSLEN = 15;
constexpr int RAS_IPXADDRESSLEN = 22;
constexpr int RAS_ATADDRESSLEN = 32;
constexpr int RASSAPI_MAX_PHONENUMBER_SIZE = 128;
constexpr int RASSAPI_MAX_PARAM_KEY_SIZE = 32;
constexpr int UNCLEN = 17;

// Counts from 1; mprapi counts the same conditions from 0.
enum RAS_PORT_CONDITION : DWORD {
  RAS_PORT_NON_OPERATIONAL = 1,
  RAS_PORT_DISCONNECTED = 2,
  RAS_PORT_CALLING_BACK = 3,
  RAS_PORT_LISTENING = 4,
  RAS_PORT_AUTHENTICATING = 5,
  RAS_PORT_AUTHENTICATED = 6,
  RAS_PORT_INITIALIZING = 7,
};

enum RAS_PORT_FLAGS : DWORD {
  USER_AUTHENTICATED = 0x01,
  MESSENGER_PRESENT = 0x02,
  PPP_CLIENT = 0x04,
  GATEWAY_ACTIVE = 0x08,
  REMOTE_LISTEN = 0x10,
  PORT_MULTILINKED = 0x20,
};

enum RAS_MODEM_CONDITION : DWORD {
  RAS_MODEM_OPERATIONAL = 1,
  RAS_MODEM_NOT_RESPONDING = 2,
  RAS_MODEM_HARDWARE_FAILURE = 3,
  RAS_MODEM_INCORRECT_RESPONSE = 4,
  RAS_MODEM_UNKNOWN = 5,
};

enum RAS_PARAMS_FORMAT : DWORD {
  ParamNumber = 0,
  ParamString = 1,
};

// The same numbers as in mprapi.h. At least one of the callback flags must be set.
enum RASPRIV : BYTE {
  RASPRIV_NoCallback = 1,
  RASPRIV_AdminSetCallback = 2,
  RASPRIV_CallerSetCallback = 4,
  RASPRIV_DialinPrivilege = 8,
  RASPRIV_CallbackType = 7,
};

enum RAS_VERSION : DWORD {
  RASDOWNLEVEL = 10,
  RASADMIN_35 = 35,
  RASADMIN_CURRENT = 40,
};

struct RAS_PORT_0 {
  WCHAR wszPortName[RASSAPI_MAX_PORT_NAME];
  WCHAR wszDeviceType[RASSAPI_MAX_DEVICETYPE_NAME];
  WCHAR wszDeviceName[RASSAPI_MAX_DEVICE_NAME];
  WCHAR wszMediaName[RASSAPI_MAX_MEDIA_NAME];
  DWORD reserved;
  DWORD Flags;
  WCHAR wszUserName[UNLEN + 1];
  WCHAR wszComputer[NETBIOS_NAME_LEN];
  DWORD dwStartSessionTime;
  WCHAR wszLogonDomain[DNLEN + 1];
  BOOL fAdvancedServer;
};

struct RAS_PPP_NBFCP_RESULT {
  DWORD dwError;
  DWORD dwNetBiosError;
  CHAR szName[NETBIOS_NAME_LEN + 1];
  WCHAR wszWksta[NETBIOS_NAME_LEN + 1];
};

struct RAS_PPP_IPCP_RESULT {
  DWORD dwError;
  WCHAR wszAddress[RAS_IPADDRESSLEN + 1];
};

struct RAS_PPP_IPXCP_RESULT {
  DWORD dwError;
  WCHAR wszAddress[RAS_IPXADDRESSLEN + 1];
};

struct RAS_PPP_ATCP_RESULT {
  DWORD dwError;
  WCHAR wszAddress[RAS_ATADDRESSLEN + 1];
};

struct RAS_PPP_PROJECTION_RESULT {
  RAS_PPP_NBFCP_RESULT nbf;
  RAS_PPP_IPCP_RESULT ip;
  RAS_PPP_IPXCP_RESULT ipx;
  RAS_PPP_ATCP_RESULT at;
};

struct RAS_PORT_1 {
  RAS_PORT_0 rasport0;
  DWORD LineCondition;
  DWORD HardwareCondition;
  DWORD LineSpeed;
  WORD NumStatistics;
  WORD NumMediaParms;
  DWORD SizeMediaParms;
  RAS_PPP_PROJECTION_RESULT ProjResult;
};

// The first fourteen are of the whole connection, the last fourteen of this port.
struct RAS_PORT_STATISTICS {
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
  DWORD dwBytesXmitedUncompressed;
  DWORD dwBytesRcvedUncompressed;
  DWORD dwBytesXmitedCompressed;
  DWORD dwBytesRcvedCompressed;
  DWORD dwPortBytesXmited;
  DWORD dwPortBytesRcved;
  DWORD dwPortFramesXmited;
  DWORD dwPortFramesRcved;
  DWORD dwPortCrcErr;
  DWORD dwPortTimeoutErr;
  DWORD dwPortAlignmentErr;
  DWORD dwPortHardwareOverrunErr;
  DWORD dwPortFramingErr;
  DWORD dwPortBufferOverrunErr;
  DWORD dwPortBytesXmitedUncompressed;
  DWORD dwPortBytesRcvedUncompressed;
  DWORD dwPortBytesXmitedCompressed;
  DWORD dwPortBytesRcvedCompressed;
};

union RAS_PARAMS_VALUE {
  DWORD Number;
  struct {
    DWORD Length;
    CHAR* Data;
  } String;
};

// Keys and strings are ANSI. A string need not be terminated.
struct RAS_PARAMETERS {
  CHAR P_Key[RASSAPI_MAX_PARAM_KEY_SIZE];
  DWORD P_Type;
  BYTE P_Attributes;
  RAS_PARAMS_VALUE P_Value;
};

struct RAS_USER_0 {
  BYTE bfPrivilege;
  WCHAR szPhoneNumber[RASSAPI_MAX_PHONENUMBER_SIZE + 1];
};

struct RAS_SERVER_0 {
  WORD TotalPorts;
  WORD PortsInUse;
  DWORD RasVersion;
};

using ServerGetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, RAS_SERVER_0* pRasServer0);
using GetUserAccountServer = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszDomain, const WCHAR* lpszServer,
                                                   WCHAR* lpszUserAccountServer);
using UserGetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszUserAccountServer, const WCHAR* lpszUser,
                                          RAS_USER_0* pRasUser0);
using UserSetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszUserAccountServer, const WCHAR* lpszUser,
                                          const RAS_USER_0* pRasUser0);
using PortEnum = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, RAS_PORT_0** ppRasPort0,
                                       WORD* pcEntriesRead);
using PortGetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, const WCHAR* lpszPort,
                                          RAS_PORT_1* pRasPort1, RAS_PORT_STATISTICS* pRasStats,
                                          RAS_PARAMETERS** ppRasParams);
using PortDisconnect = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, const WCHAR* lpszPort);
using PortClearStatistics = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, const WCHAR* lpszPort);
using FreeBuffer = DWORD(RRAS_APIENTRY*)(void* Pointer);

// The size is in characters; 512 are enough for every text.
using GetErrorString = DWORD(RRAS_APIENTRY*)(DWORD ResourceId, WCHAR* lpszString, DWORD InBufSize);

}  // namespace rras::abi::rassapi
