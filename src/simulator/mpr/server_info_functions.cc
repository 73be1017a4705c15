// The functions that read the server's information and set its numbers of ports.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/exports.h"
#include "simulator/mpr/server_levels.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminServerGetInfo(HANDLE hMprServer, DWORD dwLevel,
                                                                BYTE** lplpbBuffer) {
  return call_by_handle(hMprServer, RRAS_NAME(ServerGetInfo), status::RPC_S_INVALID_BINDING,
                        CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          const Since since = {Generation::windows_2000};
                          if (const auto refused = refusal(server, Need::any_router, since)) {
                            return *refused;
                          }
                          if (lplpbBuffer == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          if (!knows_level(server, dwLevel)) {
                            return server.quirks.unknown_server_level;
                          }
                          return hand_out_level(dwLevel, server.running_setup(),
                                                running_state(server), [&](const auto& info) {
                                                  return hand_out(callee, info, lplpbBuffer);
                                                });
                        });
}
RRAS_EXPORTED(ServerGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminServerSetInfo(HANDLE hMprServer, DWORD dwLevel,
                                                                BYTE* lpbBuffer) {
  return call_by_handle(hMprServer, RRAS_NAME(ServerSetInfo), status::ERROR_INVALID_HANDLE,
                        CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          const Since since = {Generation::windows_2003};
                          if (const auto refused = refusal(server, setup_need(server), since)) {
                            return *refused;
                          }
                          if (lpbBuffer == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          if (dwLevel == 0 || !knows_level(server, dwLevel)) {
                            return status::ERROR_NOT_SUPPORTED;
                          }
                          return server.reconfigure(requested(dwLevel, lpbBuffer));
                        });
}
RRAS_EXPORTED(ServerSetInfo);

#endif
