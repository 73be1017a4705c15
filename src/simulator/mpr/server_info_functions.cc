// The functions that read the server's information and set its numbers of ports.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

DWORD ports(const Server& server, Tunnel tunnel) {
  return static_cast<DWORD>(server.port_count(tunnel));
}

mpr::MPR_SERVER_0 overview(const Server& server) {
  return {server.lan_only ? 1 : 0, server.up_time(), static_cast<DWORD>(server.ports().size()),
          server.ports_in_use()};
}

mpr::MPR_SERVER_1 older_tunnels(const Server& server) {
  const Tunnels& tunnels = server.tunnels;
  return {ports(server, Tunnel::pptp), tunnels[Tunnel::pptp].flags, ports(server, Tunnel::l2tp),
          tunnels[Tunnel::l2tp].flags};
}

mpr::MPR_SERVER_2 all_tunnels(const Server& server) {
  const mpr::MPR_SERVER_1 older = older_tunnels(server);
  return {older.dwNumPptpPorts,  older.dwPptpPortFlags,       older.dwNumL2tpPorts,
          older.dwL2tpPortFlags, ports(server, Tunnel::sstp), server.tunnels[Tunnel::sstp].flags};
}

// The generation that introduced the level; empty for an unknown level.
std::optional<Generation> bringer(DWORD level) {
  switch (level) {
    case 0:
      return Generation::windows_2000;
    case 1:
      return Generation::windows_2003;
    case 2:
      return Generation::windows_2008;
    default:
      return std::nullopt;
  }
}

bool knows(const Server& server, DWORD level) {
  const auto since = bringer(level);
  return since && server.generation >= *since;
}

template <typename Wire>
DWORD hand_out(const Callee& callee, const Wire& info, BYTE** buffer) {
  Wire* copy = allocate<Wire>(callee);
  if (copy == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  *copy = info;
  *buffer = reinterpret_cast<BYTE*>(copy);
  return status::SUCCESS;
}

SetupRequest requested(DWORD level, const BYTE* buffer) {
  const auto& info = *reinterpret_cast<const mpr::MPR_SERVER_1*>(buffer);
  SetupRequest request;
  request.ports = {{Tunnel::pptp, info.dwNumPptpPorts, info.dwPptpPortFlags},
                   {Tunnel::l2tp, info.dwNumL2tpPorts, info.dwL2tpPortFlags}};
  if (level == 2) {
    const auto& newer = *reinterpret_cast<const mpr::MPR_SERVER_2*>(buffer);
    request.ports.push_back({Tunnel::sstp, newer.dwNumSstpPorts, newer.dwSstpPortFlags});
  }
  return request;
}

}  // namespace

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
                          if (!knows(server, dwLevel)) {
                            return server.quirks.unknown_server_level;
                          }
                          switch (dwLevel) {
                            case 0:
                              return hand_out(callee, overview(server), lplpbBuffer);
                            case 1:
                              return hand_out(callee, older_tunnels(server), lplpbBuffer);
                            default:
                              return hand_out(callee, all_tunnels(server), lplpbBuffer);
                          }
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
                          if (dwLevel == 0 || !knows(server, dwLevel)) {
                            return status::ERROR_NOT_SUPPORTED;
                          }
                          return server.reconfigure(requested(dwLevel, lpbBuffer));
                        });
}
RRAS_EXPORTED(ServerSetInfo);

#endif
