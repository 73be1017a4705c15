// The server with all its tunnels, in the shape that the caller's header requests.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

#include "simulator/mpr/exports.h"
#include "simulator/mpr/server_ex_shapes.h"
#include "simulator/mpr/tunnel_config.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

std::optional<DWORD> ex_refusal(const Server& server, const void* info) {
  const Since since = {Generation::windows_2008_r2, &Quirks::newer_ex_function};
  if (const auto refused = refusal(server, setup_need(server), since)) {
    return refused;
  }
  if (info == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  return std::nullopt;
}

void misbehave(const Server& server, mpr::MPRAPI_OBJECT_HEADER* header) {
  constexpr BYTE rubbish = 0xDD;
  std::fill_n(reinterpret_cast<BYTE*>(header) + header->size, server.quirks.server_overrun,
              rubbish);
  if (server.quirks.answered_revision != 0) {
    header->revision = static_cast<BYTE>(server.quirks.answered_revision);
  }
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminServerGetInfoEx(HANDLE hMprServer, mpr::MPRAPI_OBJECT_HEADER* pServerInfo) {
  return call_by_handle(hMprServer, RRAS_NAME(ServerGetInfoEx), status::RPC_S_INVALID_BINDING,
                        CallArguments(), [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          if (const auto refused = ex_refusal(server, pServerInfo)) {
                            return *refused;
                          }
                          const auto shape = asked_shape<mpr::ServerEx>(
                              server, *pServerInfo, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT);
                          if (!shape) {
                            return server.quirks.wrong_header;
                          }
                          visit_shape(*shape, [&](auto shape_type) {
                            write_server<typename decltype(shape_type)::Tunnels>(
                                server, server.running_setup(), running_state(server), pServerInfo);
                          });
                          misbehave(server, pServerInfo);
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(ServerGetInfoEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminServerSetInfoEx(HANDLE hMprServer, mpr::MPRAPI_OBJECT_HEADER* pServerInfo) {
  return call_by_handle(
      hMprServer, RRAS_NAME(ServerSetInfoEx), status::RPC_S_INVALID_BINDING, CallArguments(),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = ex_refusal(server, pServerInfo)) {
          return *refused;
        }
        const auto shape = asked_shape<mpr::ServerSetConfigEx>(
            server, *pServerInfo, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT);
        if (!shape) {
          return server.quirks.wrong_header;
        }
        return visit_shape(*shape, [&](auto shape_type) {
          using Info = mpr::ServerSetConfigEx<typename decltype(shape_type)::Tunnels>;
          const auto& info = *reinterpret_cast<const Info*>(pServerInfo);
          return server.reconfigure(read_tunnels(server.tunnels.parameters, info.ConfigParams,
                                                 info.setConfigForProtocols));
        });
      });
}
RRAS_EXPORTED(ServerSetInfoEx);

#endif
