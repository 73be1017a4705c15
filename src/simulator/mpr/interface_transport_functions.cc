// The transports on an interface of the running router.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/blocks.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// Calls `body(server, interface)` if there is such an interface, and the router knows the
// transport.
template <typename Body>
DWORD on_interface(HANDLE server_handle, const char* function, HANDLE interface_handle,
                   DWORD transport, Body&& body) {
  return call_by_handle(
      server_handle, function, status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", interface_handle}, {"dwTransportId", transport}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::any_router, Since{Generation::windows_2000})) {
          return *refused;
        }
        Interface* one = server.interface_by_handle(id_of(interface_handle));
        if (one == nullptr) {
          return status::ERROR_INVALID_HANDLE;
        }
        if (server.transports.count(transport) == 0 && one->transports.count(transport) == 0) {
          return status::ERROR_UNKNOWN_PROTOCOL_ID;
        }
        return body(callee, *one);
      });
}

// Calls `body(block)` with the block of the transport, if it is on the interface.
template <typename Body>
DWORD on_transport(Interface& one, DWORD transport, Body&& body) {
  const auto found = one.transports.find(transport);
  return found == one.transports.end() ? status::ERROR_NO_SUCH_INTERFACE : body(found->second);
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceTransportAdd(HANDLE hMprServer,
                                                                        HANDLE hInterface,
                                                                        DWORD dwTransportId,
                                                                        BYTE* pInterfaceInfo,
                                                                        DWORD dwInterfaceInfoSize) {
  return on_interface(hMprServer, RRAS_NAME(InterfaceTransportAdd), hInterface, dwTransportId,
                      [&](const Callee& callee, Interface& one) -> DWORD {
                        if (pInterfaceInfo == nullptr || dwInterfaceInfoSize == 0) {
                          return status::ERROR_INVALID_PARAMETER;
                        }
                        const auto [block, is_new] = one.transports.try_emplace(dwTransportId);
                        if (!is_new) {
                          return callee.server->quirks.add_interface_transport_again;
                        }
                        take_block(pInterfaceInfo, dwInterfaceInfoSize, block->second);
                        return status::SUCCESS;
                      });
}
RRAS_EXPORTED(InterfaceTransportAdd);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceTransportRemove(HANDLE hMprServer,
                                                                           HANDLE hInterface,
                                                                           DWORD dwTransportId) {
  return on_interface(hMprServer, RRAS_NAME(InterfaceTransportRemove), hInterface, dwTransportId,
                      [&](const Callee&, Interface& one) -> DWORD {
                        return on_transport(one, dwTransportId, [&](const auto&) -> DWORD {
                          if (one.connecting || one.connection != 0) {
                            return status::ERROR_INTERFACE_CONNECTED;
                          }
                          one.transports.erase(dwTransportId);
                          return status::SUCCESS;
                        });
                      });
}
RRAS_EXPORTED(InterfaceTransportRemove);

// The page has 6 for an interface that is disabled, too.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminInterfaceTransportGetInfo(HANDLE hMprServer, HANDLE hInterface, DWORD dwTransportId,
                                  BYTE** ppInterfaceInfo, DWORD* lpdwInterfaceInfoSize) {
  return on_interface(
      hMprServer, RRAS_NAME(InterfaceTransportGetInfo), hInterface, dwTransportId,
      [&](const Callee& callee, Interface& one) -> DWORD {
        if (!one.enabled) {
          return status::ERROR_INVALID_HANDLE;
        }
        return on_transport(one, dwTransportId, [&](const auto& block) -> DWORD {
          return give_block(callee, block, {ppInterfaceInfo, lpdwInterfaceInfoSize});
        });
      });
}
RRAS_EXPORTED(InterfaceTransportGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminInterfaceTransportSetInfo(HANDLE hMprServer, HANDLE hInterface, DWORD dwTransportId,
                                  BYTE* pInterfaceInfo, DWORD dwInterfaceInfoSize) {
  return on_interface(hMprServer, RRAS_NAME(InterfaceTransportSetInfo), hInterface, dwTransportId,
                      [&](const Callee&, Interface& one) -> DWORD {
                        if (pInterfaceInfo == nullptr || dwInterfaceInfoSize == 0) {
                          return status::ERROR_INVALID_PARAMETER;
                        }
                        return on_transport(one, dwTransportId, [&](auto& block) -> DWORD {
                          take_block(pInterfaceInfo, dwInterfaceInfoSize, block);
                          return status::SUCCESS;
                        });
                      });
}
RRAS_EXPORTED(InterfaceTransportSetInfo);

#endif
