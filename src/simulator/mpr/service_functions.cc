// The state of the service: two functions that a caller may use without connecting.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

// Every failure is FALSE. The journal shows its status, and a fault with any status gives FALSE.
RRAS_SIMULATOR_EXPORT BOOL RRAS_APIENTRY RRAS_FUNCTION(IsServiceRunning)(WCHAR* lpwsServerName) {
  const DWORD status = call_by_address(lpwsServerName, RRAS_NAME(IsServiceRunning), CallArguments(),
                                       [](const Callee& callee) -> DWORD {
                                         const Server& server = *callee.server;
                                         if (server.denied) {
                                           return status::ERROR_ACCESS_DENIED;
                                         }
                                         return server.service() == Service::stopped
                                                    ? status::ERROR_SERVICE_NOT_ACTIVE
                                                    : status::SUCCESS;
                                       });
  return status == status::SUCCESS ? 1 : 0;
}
RRAS_EXPORTED(IsServiceRunning);

#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminIsServiceInitialized(WCHAR* lpwsServerName, BOOL* fIsServiceInitialized) {
  return call_by_address(lpwsServerName, RRAS_NAME(IsServiceInitialized), CallArguments(),
                         [&](const Callee& callee) -> DWORD {
                           const Server& server = *callee.server;
                           if (fIsServiceInitialized == nullptr) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           if (server.denied) {
                             return status::ERROR_ACCESS_DENIED;
                           }
                           if (server.generation < Generation::windows_2008_r2) {
                             return server.quirks.newer_function;
                           }
                           if (server.service() == Service::stopped) {
                             return status::ERROR_SERVICE_NOT_ACTIVE;
                           }
                           *fIsServiceInitialized = server.running() ? 1 : 0;
                           return status::SUCCESS;
                         });
}
RRAS_EXPORTED(IsServiceInitialized);

#endif

#endif
