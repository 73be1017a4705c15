// The server's pre-shared key.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

constexpr DWORD longest_key = 256;

std::optional<DWORD> key_refusal(const Server& server, const void* buffer, DWORD level) {
  const Since since = {Generation::windows_2003};
  if (const auto refused = refusal(server, Need::dial_in_router, since)) {
    return refused;
  }
  if (buffer == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level != 0) {
    return status::ERROR_NOT_SUPPORTED;
  }
  return std::nullopt;
}

}  // namespace

// Struct and key are in one block, which is wiped when the caller frees it.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminServerGetCredentials(HANDLE hMprServer,
                                                                       DWORD dwLevel,
                                                                       BYTE** lplpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(ServerGetCredentials), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = key_refusal(server, lplpbBuffer, dwLevel)) {
          return *refused;
        }
        const auto& key = server.preshared_key;
        void* block = library_state().buffers.allocate(
            sizeof(mpr::MPR_CREDENTIALSEX_1) + key.size(), callee.world, *callee.server);
        if (block == nullptr) {
          return status::ERROR_NOT_ENOUGH_MEMORY;
        }
        auto* credentials = static_cast<mpr::MPR_CREDENTIALSEX_1*>(block);
        if (key.size() > 0) {
          credentials->dwSize = static_cast<DWORD>(key.size());
          credentials->lpbCredentialsInfo = reinterpret_cast<BYTE*>(credentials + 1);
          std::copy_n(key.data(), key.size(), credentials->lpbCredentialsInfo);
        }
        *lplpbBuffer = static_cast<BYTE*>(block);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ServerGetCredentials);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminServerSetCredentials(HANDLE hMprServer,
                                                                       DWORD dwLevel,
                                                                       BYTE* lpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(ServerSetCredentials), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = key_refusal(server, lpbBuffer, dwLevel)) {
          return *refused;
        }
        const auto& credentials = *reinterpret_cast<const mpr::MPR_CREDENTIALSEX_1*>(lpbBuffer);
        const bool missing = credentials.dwSize > 0 && credentials.lpbCredentialsInfo == nullptr;
        if (missing || credentials.dwSize > longest_key) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (credentials.dwSize == 0) {
          server.preshared_key = {};
        } else {
          server.preshared_key = {credentials.lpbCredentialsInfo, credentials.dwSize};
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ServerSetCredentials);

#endif
