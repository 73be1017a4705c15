// Ports. A client dials or tunnels in on a port; a connection may use several.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

// Counts from 0; rassapi counts the same conditions from 1.
enum RAS_PORT_CONDITION : DWORD {
  RAS_PORT_NON_OPERATIONAL = 0,
  RAS_PORT_DISCONNECTED = 1,
  RAS_PORT_CALLING_BACK = 2,
  RAS_PORT_LISTENING = 3,
  RAS_PORT_AUTHENTICATING = 4,
  RAS_PORT_AUTHENTICATED = 5,
  RAS_PORT_INITIALIZING = 6,
};

// rassapi has five conditions, with other numbers.
enum RAS_HARDWARE_CONDITION : DWORD {
  RAS_HARDWARE_OPERATIONAL = 0,
  RAS_HARDWARE_FAILURE = 1,
};

struct RAS_PORT_0 {
  HANDLE hPort;
  HANDLE hConnection;
  DWORD dwPortCondition;
  DWORD dwTotalNumberOfCalls;
  DWORD dwConnectDuration;
  WCHAR wszPortName[MAX_PORT_NAME + 1];
  WCHAR wszMediaName[MAX_MEDIA_NAME + 1];
  WCHAR wszDeviceName[MAX_DEVICE_NAME + 1];
  WCHAR wszDeviceType[MAX_DEVICETYPE_NAME + 1];
};

struct RAS_PORT_1 {
  HANDLE hPort;
  HANDLE hConnection;
  DWORD dwHardwareCondition;
  DWORD dwLineSpeed;
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

using PortEnum = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel, HANDLE hRasConnection,
                                       BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
                                       DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries,
                                       DWORD* lpdwResumeHandle);
using PortGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel, HANDLE hPort,
                                          BYTE** lplpbBuffer);
using PortDisconnect = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hPort);
using PortReset = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hPort);
using PortClearStats = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hPort);

}  // namespace rras::abi::mpr
