// The transports of the stored configuration.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/blocks.h"
#include "simulator/mpr/stored_call.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// Sets the parts in their documented order, and stops where the quirk says.
DWORD set_parts(const Server& server, StoredTransport& transport, BYTE* global, DWORD global_size,
                BYTE* client, DWORD client_size, const WCHAR* dll) {
  DWORD left = server.quirks.stored_parts_set;
  if (left-- == 0) return status::ERROR_NOT_ENOUGH_MEMORY;
  take_block(global, global_size, transport.global_info);
  if (left-- == 0) return status::ERROR_NOT_ENOUGH_MEMORY;
  take_block(client, client_size, transport.client_interface_info);
  if (left-- == 0) return status::ERROR_NOT_ENOUGH_MEMORY;
  if (dll != nullptr) transport.dll_path = dll;
  return status::SUCCESS;
}

// False if memory runs out. Without a path there is none.
bool copy_path(const Callee& callee, const Text& path, WCHAR** into) {
  *into = nullptr;
  if (path.empty()) return true;
  *into = allocate<WCHAR>(callee, path.size() + 1, Memory::stored);
  if (*into == nullptr) return false;
  path.copy(*into, path.size());
  return true;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigTransportCreate(
    HANDLE hMprConfig, DWORD dwTransportId, WCHAR* lpwsTransportName, BYTE* pGlobalInfo,
    DWORD dwGlobalInfoSize, BYTE* pClientInterfaceInfo, DWORD dwClientInterfaceInfoSize,
    WCHAR* lpwsDLLPath, HANDLE* phRouterTransport) {
  return call_stored(
      hMprConfig, "MprConfigTransportCreate",
      CallArguments({{"dwTransportId", dwTransportId},
                     {"lpwsTransportName", lpwsTransportName},
                     {"lpwsDLLPath", lpwsDLLPath}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (phRouterTransport == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto [found, is_new] = server.stored.transports.try_emplace(dwTransportId);
        StoredTransport& transport = found->second;
        if (is_new) {
          transport.handle = server.stored.next_handle();
          transport.name =
              lpwsTransportName == nullptr ? decimal(dwTransportId) : lpwsTransportName;
        }
        *phRouterTransport = reinterpret_cast<HANDLE>(transport.handle);
        return set_parts(server, transport, pGlobalInfo, dwGlobalInfoSize, pClientInterfaceInfo,
                         dwClientInterfaceInfoSize, lpwsDLLPath);
      });
}
RRAS_STORED(TransportCreate);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigTransportDelete(HANDLE hMprConfig,
                                                                   HANDLE hRouterTransport) {
  return call_stored(hMprConfig, "MprConfigTransportDelete",
                     CallArguments({{"hRouterTransport", hRouterTransport}}),
                     [&](const Callee& callee) -> DWORD {
                       StoredConfiguration& stored = callee.server->stored;
                       const auto id = stored.transport_id(hRouterTransport);
                       if (!id) {
                         return stale(*callee.server, hRouterTransport);
                       }
                       stored.transports.erase(*id);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(TransportDelete);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigTransportGetHandle(HANDLE hMprConfig,
                                                                      DWORD dwTransportId,
                                                                      HANDLE* phRouterTransport) {
  return call_stored(hMprConfig, "MprConfigTransportGetHandle",
                     CallArguments({{"dwTransportId", dwTransportId}}),
                     [&](const Callee& callee) -> DWORD {
                       if (phRouterTransport == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const auto& transports = callee.server->stored.transports;
                       const auto found = transports.find(dwTransportId);
                       if (found == transports.end()) {
                         return status::ERROR_UNKNOWN_PROTOCOL_ID;
                       }
                       *phRouterTransport = reinterpret_cast<HANDLE>(found->second.handle);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(TransportGetHandle);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigTransportSetInfo(
    HANDLE hMprConfig, HANDLE hRouterTransport, BYTE* pGlobalInfo, DWORD dwGlobalInfoSize,
    BYTE* pClientInterfaceInfo, DWORD dwClientInterfaceInfoSize, WCHAR* lpwsDLLPath) {
  return call_stored(
      hMprConfig, "MprConfigTransportSetInfo",
      CallArguments({{"hRouterTransport", hRouterTransport}, {"lpwsDLLPath", lpwsDLLPath}}),
      [&](const Callee& callee) -> DWORD {
        if (hRouterTransport == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        StoredConfiguration& stored = callee.server->stored;
        const auto id = stored.transport_id(hRouterTransport);
        if (!id) {
          return status::ERROR_UNKNOWN_PROTOCOL_ID;
        }
        return set_parts(*callee.server, stored.transports.at(*id), pGlobalInfo, dwGlobalInfoSize,
                         pClientInterfaceInfo, dwClientInterfaceInfoSize, lpwsDLLPath);
      });
}
RRAS_STORED(TransportSetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigTransportGetInfo(
    HANDLE hMprConfig, HANDLE hRouterTransport, BYTE** ppGlobalInfo, DWORD* lpdwGlobalInfoSize,
    BYTE** ppClientInterfaceInfo, DWORD* lpdwClientInterfaceInfoSize, WCHAR** lplpwsDLLPath) {
  const Block global = {ppGlobalInfo, lpdwGlobalInfoSize};
  const Block client = {ppClientInterfaceInfo, lpdwClientInterfaceInfoSize};
  return call_stored(
      hMprConfig, "MprConfigTransportGetInfo",
      CallArguments({{"hRouterTransport", hRouterTransport}}), [&](const Callee& callee) -> DWORD {
        const bool lacks_size =
            (ppGlobalInfo != nullptr && lpdwGlobalInfoSize == nullptr) ||
            (ppClientInterfaceInfo != nullptr && lpdwClientInterfaceInfoSize == nullptr);
        if (hRouterTransport == nullptr || lacks_size) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const StoredConfiguration& stored = callee.server->stored;
        const auto id = stored.transport_id(hRouterTransport);
        if (!id) {
          return status::ERROR_UNKNOWN_PROTOCOL_ID;
        }
        const StoredTransport& transport = stored.transports.at(*id);
        if (lplpwsDLLPath != nullptr && !copy_path(callee, transport.dll_path, lplpwsDLLPath)) {
          return status::ERROR_NOT_ENOUGH_MEMORY;
        }
        return write_transport(callee, transport, global, client, Memory::stored);
      });
}
RRAS_STORED(TransportGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprConfigTransportEnum(HANDLE hMprConfig, DWORD dwLevel, BYTE** lplpBuffer, DWORD dwPrefMaxLen,
                       DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const StoredPage page = {lplpBuffer, dwPrefMaxLen, lpdwEntriesRead, lpdwTotalEntries,
                           lpdwResumeHandle};
  using Entry = std::pair<const std::uint32_t, StoredTransport>;
  return call_stored(hMprConfig, "MprConfigTransportEnum", CallArguments({{"dwLevel", dwLevel}}),
                     [&](const Callee& callee) -> DWORD {
                       std::vector<const Entry*> list;
                       for (const Entry& each : callee.server->stored.transports) {
                         list.push_back(&each);
                       }
                       return give_stored_page<mpr::MPR_TRANSPORT_0>(
                           callee, dwLevel, list, page,
                           [](const Entry& entry, mpr::MPR_TRANSPORT_0& wire) {
                             wire.dwTransportId = entry.first;
                             wire.hTransport = reinterpret_cast<HANDLE>(entry.second.handle);
                             copy_text(wire.wszTransportName, entry.second.name);
                           });
                     });
}
RRAS_STORED(TransportEnum);

#endif
