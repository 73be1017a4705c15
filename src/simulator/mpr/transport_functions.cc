// The transports of the running router. What is set here is lost at its next start.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/blocks.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminTransportGetInfo(
    HANDLE hMprServer, DWORD dwTransportId, BYTE** ppGlobalInfo, DWORD* lpdwGlobalInfoSize,
    BYTE** ppClientInterfaceInfo, DWORD* lpdwClientInterfaceInfoSize) {
  const Block global = {ppGlobalInfo, lpdwGlobalInfoSize};
  const Block client = {ppClientInterfaceInfo, lpdwClientInterfaceInfoSize};
  return call_by_handle(
      hMprServer, RRAS_NAME(TransportGetInfo), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwTransportId", dwTransportId}}), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::dial_in_router, Since{Generation::windows_2000})) {
          return *refused;
        }
        if (!global.wanted() && !client.wanted()) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = server.transports.find(dwTransportId);
        return found == server.transports.end()
                   ? status::ERROR_UNKNOWN_PROTOCOL_ID
                   : write_transport(callee, found->second, global, client);
      });
}
RRAS_EXPORTED(TransportGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminTransportCreate(HANDLE hMprServer, DWORD dwTransportId, WCHAR* lpwsTransportName,
                        BYTE* pGlobalInfo, DWORD dwGlobalInfoSize, BYTE* pClientInterfaceInfo,
                        DWORD dwClientInterfaceInfoSize, WCHAR* lpwsDLLPath) {
  return call_by_handle(hMprServer, RRAS_NAME(TransportCreate), status::RPC_S_INVALID_BINDING,
                        CallArguments({{"dwTransportId", dwTransportId},
                                       {"lpwsTransportName", lpwsTransportName},
                                       {"lpwsDLLPath", lpwsDLLPath}}),
                        [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::any_router,
                                                           Since{Generation::windows_2000})) {
                            return *refused;
                          }
                          if (pGlobalInfo == nullptr && pClientInterfaceInfo == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          const auto [transport, is_new] =
                              server.transports.try_emplace(dwTransportId);
                          if (!is_new) {
                            return status::ERROR_PROTOCOL_ALREADY_INSTALLED;
                          }
                          take_block(pGlobalInfo, dwGlobalInfoSize, transport->second.global_info);
                          take_block(pClientInterfaceInfo, dwClientInterfaceInfoSize,
                                     transport->second.client_interface_info);
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(TransportCreate);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminTransportSetInfo(
    HANDLE hMprServer, DWORD dwTransportId, BYTE* pGlobalInfo, DWORD dwGlobalInfoSize,
    BYTE* pClientInterfaceInfo, DWORD dwClientInterfaceInfoSize) {
  return call_by_handle(
      hMprServer, RRAS_NAME(TransportSetInfo), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwTransportId", dwTransportId}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::any_router, Since{Generation::windows_2000})) {
          return *refused;
        }
        if (pGlobalInfo == nullptr && pClientInterfaceInfo == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = server.transports.find(dwTransportId);
        if (found == server.transports.end()) {
          return status::ERROR_UNKNOWN_PROTOCOL_ID;
        }
        take_block(pGlobalInfo, dwGlobalInfoSize, found->second.global_info);
        take_block(pClientInterfaceInfo, dwClientInterfaceInfoSize,
                   found->second.client_interface_info);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(TransportSetInfo);

#endif
