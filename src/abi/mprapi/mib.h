// The MIB: tables and statistics of the router and its clients. What is asked and what comes back
// are blocks of bytes, whose content depends on the client that answers. The handle is one of the
// MIB's own, and so is the function that frees a block.
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::mpr {

using MIBServerConnect = DWORD(RRAS_APIENTRY*)(WCHAR* lpwsServerName, HANDLE* phMibServer);
using MIBServerDisconnect = void(RRAS_APIENTRY*)(HANDLE hMibServer);
using MIBBufferFree = DWORD(RRAS_APIENTRY*)(void* pBuffer);

using MIBEntryCreate = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwPid, DWORD dwRoutingPid,
                                             void* lpEntry, DWORD dwEntrySize);
using MIBEntryDelete = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwProtocolId,
                                             DWORD dwRoutingPid, void* lpEntry, DWORD dwEntrySize);
using MIBEntrySet = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwProtocolId, DWORD dwRoutingPid,
                                          void* lpEntry, DWORD dwEntrySize);
using MIBEntryGet = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwProtocolId, DWORD dwRoutingPid,
                                          void* lpInEntry, DWORD dwInEntrySize, void** lplpOutEntry,
                                          DWORD* lpOutEntrySize);
using MIBEntryGetFirst = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwProtocolId,
                                               DWORD dwRoutingPid, void* lpInEntry,
                                               DWORD dwInEntrySize, void** lplpOutEntry,
                                               DWORD* lpOutEntrySize);
using MIBEntryGetNext = DWORD(RRAS_APIENTRY*)(HANDLE hMibServer, DWORD dwProtocolId,
                                              DWORD dwRoutingPid, void* lpInEntry,
                                              DWORD dwInEntrySize, void** lplpOutEntry,
                                              DWORD* lpOutEntrySize);

}  // namespace rras::abi::mpr
