// The transports (IP, IPv6 …) that the router carries. Their settings are blocks of bytes in the
// router's own format.
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum PID : DWORD {
  PID_IP = 0x21,
  PID_ATALK = 0x29,
  PID_IPX = 0x2B,
  PID_NBF = 0x3F,
  PID_IPV6 = 0x57,
};

using TransportCreate = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwTransportId,
                                              WCHAR* lpwsTransportName, BYTE* pGlobalInfo,
                                              DWORD dwGlobalInfoSize, BYTE* pClientInterfaceInfo,
                                              DWORD dwClientInterfaceInfoSize, WCHAR* lpwsDLLPath);
using TransportSetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwTransportId,
                                               BYTE* pGlobalInfo, DWORD dwGlobalInfoSize,
                                               BYTE* pClientInterfaceInfo,
                                               DWORD dwClientInterfaceInfoSize);
using TransportGetInfo = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwTransportId,
                                               BYTE** ppGlobalInfo, DWORD* lpdwGlobalInfoSize,
                                               BYTE** ppClientInterfaceInfo,
                                               DWORD* lpdwClientInterfaceInfoSize);

}  // namespace rras::abi::mpr
