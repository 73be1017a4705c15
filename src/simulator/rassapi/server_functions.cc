// The server's information, and the release of buffers.
#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include "simulator/rassapi/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
RasAdminServerGetInfo(const WCHAR* lpszServer, rassapi::RAS_SERVER_0* pRasServer0) {
  return call_by_address(
      lpszServer, RRAS_NAME(ServerGetInfo), CallArguments(), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::any_router)) {
          return *refused;
        }
        if (pRasServer0 == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        *pRasServer0 = {countable(server.ports().size()), countable(server.ports_in_use()),
                        rassapi::RASADMIN_CURRENT};
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ServerGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminFreeBuffer(void* Pointer) {
  return free_buffer(RRAS_NAME(FreeBuffer), Pointer);
}
RRAS_EXPORTED(FreeBuffer);

#endif
