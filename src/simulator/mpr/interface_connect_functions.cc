// The functions that connect and disconnect interfaces, and update their routes.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// `body(server, interface)` returns the status.
template <typename Body>
DWORD on_interface(HANDLE handle, HANDLE which, const char* function, Need need,
                   const CallArguments& arguments, Body&& body) {
  return call_by_handle(handle, function, status::ERROR_INVALID_HANDLE, arguments,
                        [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          const Since since = {Generation::windows_2000};
                          if (const auto refused = refusal(server, need, since)) {
                            return *refused;
                          }
                          Interface* one = server.interface_by_handle(id_of(which));
                          return one == nullptr ? status::ERROR_INVALID_HANDLE : body(server, *one);
                        });
}

// Whether the server can open an event of this caller.
bool can_signal(const Server& server, HANDLE event) {
  return event == nullptr || (server.name.empty() && EventRoster::supported());
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceConnect(HANDLE hMprServer,
                                                                   HANDLE hInterface, HANDLE hEvent,
                                                                   BOOL fSynchronous) {
  return on_interface(
      hMprServer, hInterface, RRAS_NAME(InterfaceConnect), Need::dial_in_router,
      CallArguments(
          {{"hInterface", hInterface}, {"hEvent", hEvent}, {"fSynchronous", fSynchronous}}),
      [&](Server& server, Interface& one) -> DWORD {
        if (!can_signal(server, hEvent)) {
          return server.quirks.remote_notification;
        }
        const DWORD begun = server.dial(one, hEvent);
        // A model cannot wait, so an attempt that takes its time stays pending.
        const bool has_ended = hEvent == nullptr && fSynchronous != 0 && !one.connecting;
        return begun == status::PENDING && has_ended ? one.last_error : begun;
      });
}
RRAS_EXPORTED(InterfaceConnect);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceDisconnect(HANDLE hMprServer,
                                                                      HANDLE hInterface) {
  return on_interface(hMprServer, hInterface, RRAS_NAME(InterfaceDisconnect), Need::dial_in_router,
                      CallArguments({{"hInterface", hInterface}}),
                      [](Server& server, Interface& one) { return server.hang_up_interface(one); });
}
RRAS_EXPORTED(InterfaceDisconnect);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceUpdateRoutes(HANDLE hMprServer,
                                                                        HANDLE hInterface,
                                                                        DWORD dwProtocolId,
                                                                        HANDLE hEvent) {
  return on_interface(
      hMprServer, hInterface, RRAS_NAME(InterfaceUpdateRoutes), Need::any_router,
      CallArguments(
          {{"hInterface", hInterface}, {"dwProtocolId", dwProtocolId}, {"hEvent", hEvent}}),
      [&](Server& server, Interface& one) -> DWORD {
        return can_signal(server, hEvent) ? server.update_routes(one, dwProtocolId, hEvent)
                                          : server.quirks.remote_notification;
      });
}
RRAS_EXPORTED(InterfaceUpdateRoutes);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceQueryUpdateResult(
    HANDLE hMprServer, HANDLE hInterface, DWORD dwProtocolId, DWORD* lpdwUpdateResult) {
  return on_interface(
      hMprServer, hInterface, RRAS_NAME(InterfaceQueryUpdateResult), Need::any_router,
      CallArguments({{"hInterface", hInterface}, {"dwProtocolId", dwProtocolId}}),
      [&](Server& server, Interface& one) -> DWORD {
        return lpdwUpdateResult == nullptr
                   ? status::ERROR_INVALID_PARAMETER
                   : server.take_update_result(one, dwProtocolId, *lpdwUpdateResult);
      });
}
RRAS_EXPORTED(InterfaceQueryUpdateResult);

// The model reads its entries whenever it dials, so there is nothing to read again.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceUpdatePhonebookInfo(HANDLE hMprServer,
                                                                               HANDLE hInterface) {
  return on_interface(
      hMprServer, hInterface, RRAS_NAME(InterfaceUpdatePhonebookInfo), Need::dial_in_router,
      CallArguments({{"hInterface", hInterface}}), [](Server&, Interface& one) -> DWORD {
        return one.devices.empty() ? status::ERROR_INTERFACE_HAS_NO_DEVICES : status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceUpdatePhonebookInfo);

#endif
