// The stored configuration as a whole.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/call_everywhere.h"
#include "simulator/mpr/server_ex_shapes.h"
#include "simulator/mpr/server_levels.h"
#include "simulator/mpr/stored_call.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

std::optional<DWORD> stored_ex_refusal(const Server& server, const void* info) {
  if (server.generation < Generation::windows_2008_r2) {
    return server.quirks.newer_ex_function;
  }
  if (info == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  return std::nullopt;
}

// Whether the path is that of a folder, with or without a backslash at its end.
Text folder_of(const char16_t* path) {
  Text folder = folded(path);
  while (!folder.empty() && folder.back() == u'\\') folder.pop_back();
  return folder;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerConnect(WCHAR* lpwsServerName,
                                                                 HANDLE* phMprConfig) {
  return call_by_address(lpwsServerName, "MprConfigServerConnect", CallArguments(),
                         [&](const Callee& callee) -> DWORD {
                           if (phMprConfig == nullptr) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           if (callee.server->denied) {
                             return status::ERROR_ACCESS_DENIED;
                           }
                           *phMprConfig = library_state().handles.add(callee.world, *callee.server,
                                                                      HandleKind::configuration);
                           return status::SUCCESS;
                         });
}
RRAS_STORED_AS(ServerConnect, ServerConnect);

RRAS_SIMULATOR_EXPORT void RRAS_APIENTRY MprConfigServerDisconnect(HANDLE hMprConfig) {
  let_go("MprConfigServerDisconnect", hMprConfig, HandleKind::configuration);
}
static_assert(std::is_same_v<decltype(&MprConfigServerDisconnect), mpr::ServerDisconnect>);
static const ExportEntry exported_config_disconnect("MprConfigServerDisconnect", false);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigBufferFree(void* pBuffer) {
  return free_buffer("MprConfigBufferFree", pBuffer, Memory::stored);
}
RRAS_STORED_AS(BufferFree, BufferFree);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerRefresh(HANDLE hMprConfig) {
  return call_stored(hMprConfig, "MprConfigServerRefresh", CallArguments(),
                     [](const Callee& callee) { return callee.server->quirks.refresh_stored; });
}
RRAS_STORED(ServerRefresh);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerGetInfo(HANDLE hMprConfig, DWORD dwLevel,
                                                                 BYTE** lplpbBuffer) {
  return call_stored(hMprConfig, "MprConfigServerGetInfo", CallArguments({{"dwLevel", dwLevel}}),
                     [&](const Callee& callee) -> DWORD {
                       const Server& server = *callee.server;
                       if (lplpbBuffer == nullptr || !knows_level(server, dwLevel)) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const Setup setup = server.stored_setup();
                       return hand_out_level(
                           dwLevel, setup, stored_state(server, setup), [&](const auto& info) {
                             return hand_out(callee, info, lplpbBuffer, Memory::stored);
                           });
                     });
}
RRAS_STORED_AS(ServerGetInfo, ServerGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerSetInfo(HANDLE hMprServer, DWORD dwLevel,
                                                                 BYTE* lpbBuffer) {
  return call_stored(hMprServer, "MprConfigServerSetInfo", CallArguments({{"dwLevel", dwLevel}}),
                     [&](const Callee& callee) -> DWORD {
                       if (lpbBuffer == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       if (dwLevel == 0 || !knows_level(*callee.server, dwLevel)) {
                         return status::ERROR_NOT_SUPPORTED;
                       }
                       return callee.server->store(requested(dwLevel, lpbBuffer));
                     });
}
RRAS_STORED_AS(ServerSetInfo, ServerSetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprConfigServerGetInfoEx(HANDLE hMprConfig, mpr::MPRAPI_OBJECT_HEADER* pServerInfo) {
  return call_stored(hMprConfig, "MprConfigServerGetInfoEx", CallArguments(),
                     [&](const Callee& callee) -> DWORD {
                       Server& server = *callee.server;
                       if (const auto refused = stored_ex_refusal(server, pServerInfo)) {
                         return *refused;
                       }
                       const auto shape = asked_shape<mpr::ServerEx>(
                           server, *pServerInfo, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT);
                       if (!shape) {
                         return server.quirks.wrong_header;
                       }
                       const Setup setup = server.stored_setup();
                       visit_shape(*shape, [&](auto shape_type) {
                         write_server<typename decltype(shape_type)::Tunnels>(
                             server, setup, stored_state(server, setup), pServerInfo);
                       });
                       return status::SUCCESS;
                     });
}
RRAS_STORED_AS(ServerGetInfoEx, ServerGetInfoEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprConfigServerSetInfoEx(HANDLE hMprConfig, mpr::MPRAPI_OBJECT_HEADER* pSetServerConfig) {
  return call_stored(
      hMprConfig, "MprConfigServerSetInfoEx", CallArguments(), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = stored_ex_refusal(server, pSetServerConfig)) {
          return *refused;
        }
        const auto shape = asked_shape<mpr::ServerSetConfigEx>(
            server, *pSetServerConfig, mpr::MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT);
        if (!shape) {
          return server.quirks.wrong_header;
        }
        return visit_shape(*shape, [&](auto shape_type) {
          using Info = mpr::ServerSetConfigEx<typename decltype(shape_type)::Tunnels>;
          const auto& info = *reinterpret_cast<const Info*>(pSetServerConfig);
          return server.store(read_tunnels(server.stored_setup().tunnels.parameters,
                                           info.ConfigParams, info.setConfigForProtocols));
        });
      });
}
RRAS_STORED_AS(ServerSetInfoEx, ServerSetInfoEx);

// The function names no server: it is about this machine, which is the local server. No document
// says what the keys of the router managers hold afterwards. Here they are gone.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerInstall(DWORD dwLevel, void* pBuffer) {
  return call_everywhere("MprConfigServerInstall", CallArguments({{"dwLevel", dwLevel}}),
                         [&](const Callee& callee) -> DWORD {
                           Server* local = callee.world->find_server(u"");
                           if (local == nullptr) {
                             return unreachable_status();
                           }
                           if (local->denied) {
                             return status::ERROR_ACCESS_DENIED;
                           }
                           if (dwLevel != 0 || pBuffer != nullptr) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           local->stored.assign(StoredConfiguration());
                           local->stored.lan_only = false;
                           local->stored.phone_book_is_gone = true;
                           return status::SUCCESS;
                         });
}
RRAS_STORED(ServerInstall);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerBackup(HANDLE hMprConfig,
                                                                WCHAR* lpwsPath) {
  return call_stored(hMprConfig, "MprConfigServerBackup", CallArguments({{"lpwsPath", lpwsPath}}),
                     [&](const Callee& callee) -> DWORD {
                       if (lpwsPath == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       callee.server->backups[folder_of(lpwsPath)] = callee.server->stored;
                       return status::SUCCESS;
                     });
}
RRAS_STORED(ServerBackup);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigServerRestore(HANDLE hMprConfig,
                                                                 WCHAR* lpwsPath) {
  return call_stored(hMprConfig, "MprConfigServerRestore", CallArguments({{"lpwsPath", lpwsPath}}),
                     [&](const Callee& callee) -> DWORD {
                       Server& server = *callee.server;
                       if (lpwsPath == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const auto found = server.backups.find(folder_of(lpwsPath));
                       if (found == server.backups.end()) {
                         return server.quirks.restore_without_backup;
                       }
                       server.stored.assign(found->second);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(ServerRestore);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigFilterGetInfo(HANDLE hMprConfig, DWORD dwLevel,
                                                                 DWORD dwTransportId,
                                                                 BYTE* lpBuffer) {
  return call_stored(hMprConfig, "MprConfigFilterGetInfo",
                     CallArguments({{"dwLevel", dwLevel}, {"dwTransportId", dwTransportId}}),
                     [&](const Callee& callee) -> DWORD {
                       if (lpBuffer == nullptr || dwLevel != 0) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const auto& filters = callee.server->stored.filters;
                       const auto found = filters.find(dwTransportId);
                       const bool is_enabled = found == filters.end() || found->second;
                       reinterpret_cast<mpr::MPR_FILTER_0*>(lpBuffer)->fEnable = is_enabled ? 1 : 0;
                       return status::SUCCESS;
                     });
}
RRAS_STORED(FilterGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigFilterSetInfo(HANDLE hMprConfig, DWORD dwLevel,
                                                                 DWORD dwTransportId,
                                                                 BYTE* lpBuffer) {
  return call_stored(hMprConfig, "MprConfigFilterSetInfo",
                     CallArguments({{"dwLevel", dwLevel}, {"dwTransportId", dwTransportId}}),
                     [&](const Callee& callee) -> DWORD {
                       if (lpBuffer == nullptr || dwLevel != 0) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       callee.server->stored.filters[dwTransportId] =
                           reinterpret_cast<const mpr::MPR_FILTER_0*>(lpBuffer)->fEnable != 0;
                       return status::SUCCESS;
                     });
}
RRAS_STORED(FilterSetInfo);

#endif
