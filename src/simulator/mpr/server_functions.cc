// Connecting to a server and releasing its handle.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(ServerConnect)(WCHAR* lpwsServerName,
                                                                       HANDLE* phMprServer) {
  return call_by_address(
      lpwsServerName, RRAS_NAME(ServerConnect), CallArguments(),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (phMprServer == nullptr) {
          return status::RPC_S_INVALID_BINDING;
        }
        if (!server.running() && server.quirks.connect_when_stopped != status::SUCCESS) {
          return server.quirks.connect_when_stopped;
        }
        if (server.denied) {
          return status::ERROR_ACCESS_DENIED;
        }
        *phMprServer = library_state().handles.add(callee.world, server);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ServerConnect);

RRAS_SIMULATOR_EXPORT void RRAS_APIENTRY RRAS_FUNCTION(ServerDisconnect)(HANDLE hMprServer) {
  let_go(RRAS_NAME(ServerDisconnect), hMprServer);
}
RRAS_EXPORTED_VOID(ServerDisconnect);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(BufferFree)(void* pBuffer) {
  return free_buffer(RRAS_NAME(BufferFree), pBuffer);
}
RRAS_EXPORTED(BufferFree);

#endif
