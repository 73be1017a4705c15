// The transports on an interface of the stored configuration, and the names of network cards.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/blocks.h"
#include "simulator/mpr/stored_call.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// Calls `body(callee, interface)` if the handle is that of a stored interface.
template <typename Body>
DWORD on_stored_interface(HANDLE config, const char* function, HANDLE one,
                          const CallArguments& arguments, Body&& body) {
  return call_stored(config, function, arguments, [&](const Callee& callee) -> DWORD {
    if (one == nullptr) {
      return status::ERROR_INVALID_PARAMETER;
    }
    StoredInterface* found = callee.server->stored.interface_by_handle(one);
    return found == nullptr ? status::ERROR_NO_SUCH_INTERFACE : body(callee, *found);
  });
}

using StoredTransports = std::map<std::uint32_t, StoredInterfaceTransport>;

StoredTransports::iterator find_transport(StoredInterface& one, HANDLE handle) {
  return std::find_if(one.transports.begin(), one.transports.end(), [&](const auto& each) {
    return each.second.handle == reinterpret_cast<std::uintptr_t>(handle);
  });
}

// Writes the name with its terminator, if it fits.
DWORD give_name(const Text& name, WCHAR* into, DWORD bytes) {
  if (bytes / sizeof(WCHAR) <= name.size()) {
    return status::ERROR_BUFFER_OVERFLOW;
  }
  name.copy(into, name.size());
  into[name.size()] = u'\0';
  return status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportAdd(
    HANDLE hMprConfig, HANDLE hRouterInterface, DWORD dwTransportId, WCHAR* lpwsTransportName,
    BYTE* pInterfaceInfo, DWORD dwInterfaceInfoSize, HANDLE* phRouterIfTransport) {
  return on_stored_interface(hMprConfig, "MprConfigInterfaceTransportAdd", hRouterInterface,
                             CallArguments({{"hRouterInterface", hRouterInterface},
                                            {"dwTransportId", dwTransportId},
                                            {"lpwsTransportName", lpwsTransportName}}),
                             [&](const Callee& callee, StoredInterface& one) -> DWORD {
                               if (phRouterIfTransport == nullptr) {
                                 return status::ERROR_INVALID_PARAMETER;
                               }
                               const bool is_new = one.transports.count(dwTransportId) == 0;
                               StoredBlock info;
                               take_block(pInterfaceInfo, dwInterfaceInfoSize, info);
                               StoredInterfaceTransport& transport =
                                   callee.server->stored.put_transport(one, dwTransportId,
                                                                       std::move(info));
                               if (is_new && lpwsTransportName != nullptr)
                                 transport.name = lpwsTransportName;
                               *phRouterIfTransport = reinterpret_cast<HANDLE>(transport.handle);
                               return status::SUCCESS;
                             });
}
RRAS_STORED(InterfaceTransportAdd);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportRemove(
    HANDLE hMprConfig, HANDLE hRouterInterface, HANDLE hRouterIfTransport) {
  return on_stored_interface(hMprConfig, "MprConfigInterfaceTransportRemove", hRouterInterface,
                             CallArguments({{"hRouterInterface", hRouterInterface},
                                            {"hRouterIfTransport", hRouterIfTransport}}),
                             [&](const Callee& callee, StoredInterface& one) -> DWORD {
                               const auto found = find_transport(one, hRouterIfTransport);
                               if (found == one.transports.end()) {
                                 return stale(*callee.server, hRouterIfTransport);
                               }
                               one.transports.erase(found);
                               return status::SUCCESS;
                             });
}
RRAS_STORED(InterfaceTransportRemove);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportGetHandle(
    HANDLE hMprConfig, HANDLE hRouterInterface, DWORD dwTransportId, HANDLE* phRouterIfTransport) {
  return on_stored_interface(
      hMprConfig, "MprConfigInterfaceTransportGetHandle", hRouterInterface,
      CallArguments({{"hRouterInterface", hRouterInterface}, {"dwTransportId", dwTransportId}}),
      [&](const Callee&, StoredInterface& one) -> DWORD {
        if (phRouterIfTransport == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = one.transports.find(dwTransportId);
        if (found == one.transports.end()) {
          return status::ERROR_NO_SUCH_INTERFACE;
        }
        *phRouterIfTransport = reinterpret_cast<HANDLE>(found->second.handle);
        return status::SUCCESS;
      });
}
RRAS_STORED(InterfaceTransportGetHandle);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportGetInfo(
    HANDLE hMprConfig, HANDLE hRouterInterface, HANDLE hRouterIfTransport, BYTE** ppInterfaceInfo,
    DWORD* lpdwInterfaceInfoSize) {
  return on_stored_interface(
      hMprConfig, "MprConfigInterfaceTransportGetInfo", hRouterInterface,
      CallArguments(
          {{"hRouterInterface", hRouterInterface}, {"hRouterIfTransport", hRouterIfTransport}}),
      [&](const Callee& callee, StoredInterface& one) -> DWORD {
        const bool lacks_size = ppInterfaceInfo != nullptr && lpdwInterfaceInfoSize == nullptr;
        if (hRouterIfTransport == nullptr || lacks_size) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = find_transport(one, hRouterIfTransport);
        if (found == one.transports.end()) {
          return status::ERROR_NO_SUCH_INTERFACE;
        }
        return give_block(callee, found->second.info, {ppInterfaceInfo, lpdwInterfaceInfoSize},
                          Memory::stored);
      });
}
RRAS_STORED(InterfaceTransportGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportSetInfo(
    HANDLE hMprConfig, HANDLE hRouterInterface, HANDLE hRouterIfTransport, BYTE* pInterfaceInfo,
    DWORD dwInterfaceInfoSize) {
  return on_stored_interface(hMprConfig, "MprConfigInterfaceTransportSetInfo", hRouterInterface,
                             CallArguments({{"hRouterInterface", hRouterInterface},
                                            {"hRouterIfTransport", hRouterIfTransport}}),
                             [&](const Callee&, StoredInterface& one) -> DWORD {
                               const bool lacks_bytes =
                                   pInterfaceInfo != nullptr && dwInterfaceInfoSize == 0;
                               if (hRouterIfTransport == nullptr || lacks_bytes) {
                                 return status::ERROR_INVALID_PARAMETER;
                               }
                               const auto found = find_transport(one, hRouterIfTransport);
                               if (found == one.transports.end()) {
                                 return status::ERROR_NO_SUCH_INTERFACE;
                               }
                               take_block(pInterfaceInfo, dwInterfaceInfoSize, found->second.info);
                               return status::SUCCESS;
                             });
}
RRAS_STORED(InterfaceTransportSetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigInterfaceTransportEnum(
    HANDLE hMprConfig, HANDLE hRouterInterface, DWORD dwLevel, BYTE** lplpBuffer,
    DWORD dwPrefMaxLen, DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const StoredPage page = {lplpBuffer, dwPrefMaxLen, lpdwEntriesRead, lpdwTotalEntries,
                           lpdwResumeHandle};
  using Entry = StoredTransports::value_type;
  return on_stored_interface(
      hMprConfig, "MprConfigInterfaceTransportEnum", hRouterInterface,
      CallArguments({{"hRouterInterface", hRouterInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee, StoredInterface& one) -> DWORD {
        std::vector<const Entry*> list;
        for (const Entry& each : one.transports) list.push_back(&each);
        return give_stored_page<mpr::MPR_IFTRANSPORT_0>(
            callee, dwLevel, list, page, [](const Entry& entry, mpr::MPR_IFTRANSPORT_0& wire) {
              wire.dwTransportId = entry.first;
              wire.hIfTransport = reinterpret_cast<HANDLE>(entry.second.handle);
              copy_text(wire.wszIfTransportName, entry.second.name);
            });
      });
}
RRAS_STORED(InterfaceTransportEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigGetFriendlyName(HANDLE hMprConfig,
                                                                   WCHAR* pszGuidName,
                                                                   WCHAR* pszBuffer,
                                                                   DWORD dwBufferSize) {
  return call_stored(hMprConfig, "MprConfigGetFriendlyName",
                     CallArguments({{"pszGuidName", pszGuidName}, {"dwBufferSize", dwBufferSize}}),
                     [&](const Callee& callee) -> DWORD {
                       if (pszGuidName == nullptr || pszBuffer == nullptr) {
                         return status::ERROR_INVALID_PARAMETER;
                       }
                       const StoredInterface* one =
                           callee.server->stored.interface_by_name(pszGuidName);
                       if (one == nullptr || one->friendly_name.empty()) {
                         return status::ERROR_NOT_FOUND;
                       }
                       return give_name(one->friendly_name, pszBuffer, dwBufferSize);
                     });
}
RRAS_STORED(GetFriendlyName);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprConfigGetGuidName(HANDLE hMprConfig,
                                                               WCHAR* pszFriendlyName,
                                                               WCHAR* pszBuffer,
                                                               DWORD dwBufferSize) {
  return call_stored(
      hMprConfig, "MprConfigGetGuidName",
      CallArguments({{"pszFriendlyName", pszFriendlyName}, {"dwBufferSize", dwBufferSize}}),
      [&](const Callee& callee) -> DWORD {
        if (pszFriendlyName == nullptr || pszBuffer == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        StoredConfiguration& stored = callee.server->stored;
        for (const StoredInterface& each : stored.interfaces) {
          if (!each.friendly_name.empty() &&
              folded(each.friendly_name) == folded(pszFriendlyName)) {
            return give_name(each.name, pszBuffer, dwBufferSize);
          }
        }
        // A demand-dial interface has no GUID.
        return stored.interface_by_name(pszFriendlyName) == nullptr
                   ? status::ERROR_NOT_FOUND
                   : callee.server->quirks.guid_name_of_demand_dial;
      });
}
RRAS_STORED(GetGuidName);

#endif
