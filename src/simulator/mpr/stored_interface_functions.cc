// The interfaces of the stored configuration, at the levels 0 and 1. The page of the function that
// creates one says that level 2 is not supported; the phone book is not in the registry.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/interface_structs.h"
#include "simulator/mpr/stored_call.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// The state of an interface is not in the registry.
template <typename Wire>
void write_stored(const StoredInterface& one, Wire& into) {
  copy_text(into.wszInterfaceName, one.name);
  into.hInterface = reinterpret_cast<HANDLE>(one.handle);
  into.fEnabled = one.enabled ? 1 : 0;
  into.dwIfType = one.type;
}

// A block for the struct and the hours behind it.
template <typename Wire>
DWORD give_stored(const Callee& callee, const StoredInterface& one, BYTE** buffer, DWORD* size) {
  constexpr bool has_hours = std::is_same_v<Wire, mpr::MPR_INTERFACE_1>;
  const std::size_t units = has_hours && !one.hours.empty() ? list_length(one.hours) : 0;
  const std::size_t bytes = sizeof(Wire) + units * sizeof(WCHAR);
  auto* info = reinterpret_cast<Wire*>(allocate<BYTE>(callee, bytes, Memory::stored));
  if (info == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  write_stored(one, *info);
  if constexpr (has_hours) {
    if (units > 0) {
      info->lpwsDialoutHoursRestriction = reinterpret_cast<WCHAR*>(info + 1);
      write_list(one.hours, info->lpwsDialoutHoursRestriction);
    }
  }
  *buffer = reinterpret_cast<BYTE*>(info);
  *size = static_cast<DWORD>(bytes);
  return status::SUCCESS;
}

void take_stored(DWORD level, const BYTE* buffer, StoredInterface& into) {
  into.enabled = reinterpret_cast<const mpr::MPR_INTERFACE_0*>(buffer)->fEnabled != 0;
  if (level == 1) {
    into.hours = read_list(
        reinterpret_cast<const mpr::MPR_INTERFACE_1*>(buffer)->lpwsDialoutHoursRestriction);
  }
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceCreate(HANDLE hMprConfig, DWORD dwLevel,
                                                                   BYTE* lpbBuffer,
                                                                   HANDLE* phRouterInterface) {
  return call_stored(hMprConfig, "MprConfigInterfaceCreate", CallArguments({{"dwLevel", dwLevel}}),
                     [&](const Callee& callee) -> DWORD {
                       Server& server = *callee.server;
                       if (lpbBuffer == nullptr || phRouterInterface == nullptr || dwLevel > 1) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const auto& wanted =
                           *reinterpret_cast<const mpr::MPR_INTERFACE_0*>(lpbBuffer);
                       const TextView name = bounded(wanted.wszInterfaceName);
                       if (name.empty()) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       StoredInterface* one = server.stored.interface_by_name(name);
                       if (one != nullptr && server.quirks.store_interface_again != 0) {
                         return server.quirks.store_interface_again;
                       }
                       if (one == nullptr) {
                         one = &server.stored.add_interface({});
                         one->name = name;
                         one->type = wanted.dwIfType;
                       }
                       take_stored(dwLevel, lpbBuffer, *one);
                       *phRouterInterface = reinterpret_cast<HANDLE>(one->handle);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(InterfaceCreate);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceDelete(HANDLE hMprConfig,
                                                                   HANDLE hRouterInterface) {
  return call_stored(hMprConfig, "MprConfigInterfaceDelete",
                     CallArguments({{"hRouterInterface", hRouterInterface}}),
                     [&](const Callee& callee) -> DWORD {
                       StoredConfiguration& stored = callee.server->stored;
                       const StoredInterface* one = stored.interface_by_handle(hRouterInterface);
                       if (one == nullptr) {
                         return stale(*callee.server, hRouterInterface);
                       }
                       stored.remove_interface(*one);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(InterfaceDelete);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceGetHandle(HANDLE hMprConfig,
                                                                      WCHAR* lpwsInterfaceName,
                                                                      HANDLE* phRouterInterface) {
  return call_stored(hMprConfig, "MprConfigInterfaceGetHandle",
                     CallArguments({{"lpwsInterfaceName", lpwsInterfaceName}}),
                     [&](const Callee& callee) -> DWORD {
                       if (lpwsInterfaceName == nullptr || phRouterInterface == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const StoredInterface* one =
                           callee.server->stored.interface_by_name(lpwsInterfaceName);
                       if (one == nullptr) {
                         return status::ERROR_NO_SUCH_INTERFACE;
                       }
                       *phRouterInterface = reinterpret_cast<HANDLE>(one->handle);
                       return status::SUCCESS;
                     });
}
RRAS_STORED(InterfaceGetHandle);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceGetInfo(HANDLE hMprConfig,
                                                                    HANDLE hRouterInterface,
                                                                    DWORD dwLevel,
                                                                    BYTE** lplpBuffer,
                                                                    DWORD* lpdwBufferSize) {
  return call_stored(
      hMprConfig, "MprConfigInterfaceGetInfo",
      CallArguments({{"hRouterInterface", hRouterInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        if (hRouterInterface == nullptr || lplpBuffer == nullptr || lpdwBufferSize == nullptr ||
            dwLevel > 1) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const StoredInterface* one = callee.server->stored.interface_by_handle(hRouterInterface);
        if (one == nullptr) {
          return status::ERROR_NO_SUCH_INTERFACE;
        }
        return dwLevel == 0
                   ? give_stored<mpr::MPR_INTERFACE_0>(callee, *one, lplpBuffer, lpdwBufferSize)
                   : give_stored<mpr::MPR_INTERFACE_1>(callee, *one, lplpBuffer, lpdwBufferSize);
      });
}
RRAS_STORED(InterfaceGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceSetInfo(HANDLE hMprConfig,
                                                                    HANDLE hRouterInterface,
                                                                    DWORD dwLevel,
                                                                    BYTE* lpbBuffer) {
  return call_stored(
      hMprConfig, "MprConfigInterfaceSetInfo",
      CallArguments({{"hRouterInterface", hRouterInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (hRouterInterface == nullptr || lpbBuffer == nullptr || dwLevel > 1) {
          return status::ERROR_INVALID_PARAMETER;
        }
        StoredInterface* one = server.stored.interface_by_handle(hRouterInterface);
        if (one == nullptr) {
          return status::ERROR_NO_SUCH_INTERFACE;
        }
        const bool is_fixed =
            one->type == mpr::ROUTER_IF_TYPE_DEDICATED || one->type == mpr::ROUTER_IF_TYPE_INTERNAL;
        const bool disables = reinterpret_cast<mpr::MPR_INTERFACE_0*>(lpbBuffer)->fEnabled == 0;
        if (is_fixed && disables && server.quirks.disable_stored_lan_interface != 0) {
          return server.quirks.disable_stored_lan_interface;
        }
        take_stored(dwLevel, lpbBuffer, *one);
        return status::SUCCESS;
      });
}
RRAS_STORED(InterfaceSetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprConfigInterfaceEnum(HANDLE hMprConfig, DWORD dwLevel, BYTE** lplpBuffer, DWORD dwPrefMaxLen,
                       DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const StoredPage page = {lplpBuffer, dwPrefMaxLen, lpdwEntriesRead, lpdwTotalEntries,
                           lpdwResumeHandle};
  return call_stored(hMprConfig, "MprConfigInterfaceEnum",
                     CallArguments({{"dwLevel", dwLevel}, {"dwPrefMaxLen", dwPrefMaxLen}}),
                     [&](const Callee& callee) -> DWORD {
                       std::vector<const StoredInterface*> list;
                       for (const StoredInterface& each : callee.server->stored.interfaces)
                         list.push_back(&each);
                       return give_stored_page<mpr::MPR_INTERFACE_0>(
                           callee, dwLevel, list, page,
                           [](const StoredInterface& one, mpr::MPR_INTERFACE_0& wire) {
                             write_stored(one, wire);
                           });
                     });
}
RRAS_STORED(InterfaceEnum);

#endif
