// Notification when somebody connects or disconnects.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// `change(events)` returns whether it succeeded.
template <typename Change>
DWORD change_events(HANDLE handle, const char* function, HANDLE event, Change&& change) {
  return call_by_handle(
      handle, function, status::RPC_S_INVALID_BINDING, CallArguments(),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::dial_in_router, {Generation::windows_2000})) {
          return *refused;
        }
        if (event == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        // The server opens the event in the caller's process, so only the local server can do that.
        if (!server.name.empty()) {
          return server.quirks.remote_notification;
        }
        if (!EventRoster::supported()) {
          return status::ERROR_NOT_SUPPORTED;
        }
        return change(server.events) ? status::SUCCESS : status::ERROR_INVALID_PARAMETER;
      });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminRegisterConnectionNotification(HANDLE hMprServer, HANDLE hEventNotification) {
  return change_events(hMprServer, RRAS_NAME(RegisterConnectionNotification), hEventNotification,
                       [&](EventRoster& events) { return events.add(hEventNotification); });
}
RRAS_EXPORTED(RegisterConnectionNotification);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminDeregisterConnectionNotification(HANDLE hMprServer, HANDLE hEventNotification) {
  return change_events(hMprServer, RRAS_NAME(DeregisterConnectionNotification), hEventNotification,
                       [&](EventRoster& events) { return events.remove(hEventNotification); });
}
RRAS_EXPORTED(DeregisterConnectionNotification);

#endif
