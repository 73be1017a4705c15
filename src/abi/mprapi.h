// The part of mprapi.h that is used: Windows 2000 and later, and the NT 4 redistributable, which
// has the same structs and signatures under RasAdmin names.
//
// rassapi.h declares other structs under the same names, hence the namespaces. Layouts are asserted
// in check_mprapi.cc (against the platform's header) and in test/layouts.test.ts (against measured
// numbers).
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::mpr {

constexpr int MAX_PORT_NAME = 16;
constexpr int MAX_MEDIA_NAME = 16;
constexpr int MAX_DEVICE_NAME = 128;
constexpr int MAX_DEVICETYPE_NAME = 16;

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

using ServerConnect = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServerName, HANDLE* phMprServer);
using ServerDisconnect = void(RRAS_APIENTRY*)(HANDLE hMprServer);
using BufferFree = DWORD(RRAS_APIENTRY*)(void* pBuffer);
using PortEnum = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel, HANDLE hRasConnection,
                                       BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
                                       DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries,
                                       DWORD* lpdwResumeHandle);
using PortGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, DWORD dwLevel, HANDLE hPort,
                                          BYTE** lplpbBuffer);
using PortDisconnect = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hPort);
using PortReset = DWORD(RRAS_APIENTRY*)(HANDLE hRasServer, HANDLE hPort);

}  // namespace rras::abi::mpr
