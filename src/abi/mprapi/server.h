// The server: connection, information, numbers of ports, pre-shared key and domain.
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum MPR_ENABLE : DWORD {
  MPR_ENABLE_RAS_ON_DEVICE = 1,
  MPR_ENABLE_ROUTING_ON_DEVICE = 2,
};

struct MPR_SERVER_0 {
  BOOL fLanOnlyMode;
  DWORD dwUpTime;
  DWORD dwTotalPorts;
  DWORD dwPortsInUse;
};

struct MPR_SERVER_1 {
  DWORD dwNumPptpPorts;
  DWORD dwPptpPortFlags;
  DWORD dwNumL2tpPorts;
  DWORD dwL2tpPortFlags;
};

struct MPR_SERVER_2 {
  DWORD dwNumPptpPorts;
  DWORD dwPptpPortFlags;
  DWORD dwNumL2tpPorts;
  DWORD dwL2tpPortFlags;
  DWORD dwNumSstpPorts;
  DWORD dwSstpPortFlags;
};

// The server's pre-shared key. Despite the 1 in its name, it is read and written at level 0.
struct MPR_CREDENTIALSEX_1 {
  DWORD dwSize;
  BYTE* lpbCredentialsInfo;
};

using ServerConnect = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServerName, HANDLE* phMprServer);
using ServerDisconnect = void(RRAS_APIENTRY*)(HANDLE hMprServer);
using ServerGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel, BYTE** lplpbBuffer);
using ServerSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel, BYTE* lpbBuffer);
using IsServiceRunning = BOOL(RRAS_APIENTRY*)(WCHAR* lpwsServerName);
using IsServiceInitialized = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServerName,
                                                   BOOL* fIsServiceInitialized);
using BufferFree = DWORD(RRAS_APIENTRY*)(void* pBuffer);

// The text is freed by LocalFree, not by BufferFree.
using GetErrorString = DWORD(RRAS_APIENTRY*)(DWORD dwError, WCHAR** lplpwsErrorString);

using EstablishDomainRasServer = DWORD(RRAS_APIENTRY*)(WCHAR* pszDomain, WCHAR* pszMachine,
                                                       BOOL bEnable);
using IsDomainRasServer = DWORD(RRAS_APIENTRY*)(WCHAR* pszDomain, WCHAR* pszMachine,
                                                BOOL* pbIsRasServer);
using GetPDCServer = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszDomain, const WCHAR* lpszServer,
                                           WCHAR* lpszPDCServer);
using ServerGetCredentials = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel,
                                                   BYTE** lplpbBuffer);
using ServerSetCredentials = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel,
                                                   BYTE* lpbBuffer);

}  // namespace rras::abi::mpr
