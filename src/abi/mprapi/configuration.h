// The stored configuration of a router. Its handles are pointers of the DLL that are valid for one
// connection, and never the ids of the running router, although the structs are the same.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

struct MPR_TRANSPORT_0 {
  DWORD dwTransportId;
  HANDLE hTransport;
  WCHAR wszTransportName[MAX_TRANSPORT_NAME_LEN + 1];
};

struct MPR_IFTRANSPORT_0 {
  DWORD dwTransportId;
  HANDLE hIfTransport;
  WCHAR wszIfTransportName[MAX_TRANSPORT_NAME_LEN + 1];
};

// mingw-w64 calls the field fEnabled.
struct MPR_FILTER_0 {
  BOOL fEnable;
};

// MprConfigServerConnect, Disconnect, GetInfo, SetInfo, GetInfoEx and SetInfoEx have the signatures
// of the functions for a running router. So has MprConfigBufferFree.
using ConfigServerRefresh = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig);
using ConfigServerInstall = DWORD(RRAS_APIENTRY*)(DWORD dwLevel, void* pBuffer);
using ConfigServerBackup = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, WCHAR* lpwsPath);
using ConfigServerRestore = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, WCHAR* lpwsPath);

using ConfigTransportCreate = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwTransportId,
                                                    WCHAR* lpwsTransportName, BYTE* pGlobalInfo,
                                                    DWORD dwGlobalInfoSize,
                                                    BYTE* pClientInterfaceInfo,
                                                    DWORD dwClientInterfaceInfoSize,
                                                    WCHAR* lpwsDLLPath, HANDLE* phRouterTransport);
using ConfigTransportDelete = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterTransport);
using ConfigTransportGetHandle = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwTransportId,
                                                       HANDLE* phRouterTransport);
using ConfigTransportSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterTransport,
                                                     BYTE* pGlobalInfo, DWORD dwGlobalInfoSize,
                                                     BYTE* pClientInterfaceInfo,
                                                     DWORD dwClientInterfaceInfoSize,
                                                     WCHAR* lpwsDLLPath);
using ConfigTransportGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterTransport,
                                                     BYTE** ppGlobalInfo, DWORD* lpdwGlobalInfoSize,
                                                     BYTE** ppClientInterfaceInfo,
                                                     DWORD* lpdwClientInterfaceInfoSize,
                                                     WCHAR** lplpwsDLLPath);
using ConfigEnum = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwLevel, BYTE** lplpBuffer,
                                         DWORD dwPrefMaxLen, DWORD* lpdwEntriesRead,
                                         DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle);
using ConfigTransportEnum = ConfigEnum;

using ConfigInterfaceCreate = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwLevel,
                                                    BYTE* lpbBuffer, HANDLE* phRouterInterface);
using ConfigInterfaceDelete = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterInterface);
using ConfigInterfaceGetHandle = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, WCHAR* lpwsInterfaceName,
                                                       HANDLE* phRouterInterface);
using ConfigInterfaceGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterInterface,
                                                     DWORD dwLevel, BYTE** lplpBuffer,
                                                     DWORD* lpdwBufferSize);
using ConfigInterfaceSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, HANDLE hRouterInterface,
                                                     DWORD dwLevel, BYTE* lpbBuffer);
using ConfigInterfaceEnum = ConfigEnum;

// The size of the buffer is in bytes.
using ConfigGetFriendlyName = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, WCHAR* pszGuidName,
                                                    WCHAR* pszBuffer, DWORD dwBufferSize);
using ConfigGetGuidName = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, WCHAR* pszFriendlyName,
                                                WCHAR* pszBuffer, DWORD dwBufferSize);

using ConfigInterfaceTransportAdd = DWORD(RRAS_APIENTRY*)(
    HANDLE hMprConfig, HANDLE hRouterInterface, DWORD dwTransportId, WCHAR* lpwsTransportName,
    BYTE* pInterfaceInfo, DWORD dwInterfaceInfoSize, HANDLE* phRouterIfTransport);
using ConfigInterfaceTransportRemove = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig,
                                                             HANDLE hRouterInterface,
                                                             HANDLE hRouterIfTransport);
using ConfigInterfaceTransportGetHandle = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig,
                                                                HANDLE hRouterInterface,
                                                                DWORD dwTransportId,
                                                                HANDLE* phRouterIfTransport);
using ConfigInterfaceTransportGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig,
                                                              HANDLE hRouterInterface,
                                                              HANDLE hRouterIfTransport,
                                                              BYTE** ppInterfaceInfo,
                                                              DWORD* lpdwInterfaceInfoSize);
using ConfigInterfaceTransportSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig,
                                                              HANDLE hRouterInterface,
                                                              HANDLE hRouterIfTransport,
                                                              BYTE* pInterfaceInfo,
                                                              DWORD dwInterfaceInfoSize);
using ConfigInterfaceTransportEnum = DWORD(RRAS_APIENTRY*)(
    HANDLE hMprConfig, HANDLE hRouterInterface, DWORD dwLevel, BYTE** lplpBuffer,
    DWORD dwPrefMaxLen, DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle);

// The caller provides the struct; the page says wrongly that it is to be freed.
using ConfigFilterGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwLevel,
                                                  DWORD dwTransportId, BYTE* lpBuffer);
using ConfigFilterSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprConfig, DWORD dwLevel,
                                                  DWORD dwTransportId, BYTE* lpBuffer);

}  // namespace rras::abi::mpr
