// The functions that list, read and change interfaces.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

#include "simulator/mpr/exports.h"
#include "simulator/mpr/interface_structs.h"
#include "simulator/mpr/page_answer.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

namespace fields = rras::shared::interfaces;

constexpr Since since_2000 = {Generation::windows_2000};

// On the wire a handle has 32 bits.
constexpr DWORD interface_on_wire = 540;

DWORD highest_interface_level(const Server& server) {
  return server.generation >= Generation::windows_2008 ? 3 : 2;
}

Page<Interface> list_interfaces(const Server& server, PageSize size, Ordinal first,
                                DWORD resume_handle) {
  const Roster<Interface>& all = server.interfaces();
  const std::size_t begin = all.first_from(first);
  return cut_page<Interface>(all.size() - begin, size, resume_handle,
                             [&](std::size_t i) { return &all[begin + i]; });
}

DWORD enumerate_interfaces(const Callee& callee, DWORD level, DWORD preferred_length,
                           const PageAnswer<BYTE>& answer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::any_router, since_2000)) {
    return *refused;
  }
  if (!answer.complete()) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level != 0) {
    return status::ERROR_NOT_SUPPORTED;
  }
  const auto first = ordinal_in(answer.resume_handle());
  if (!first) {
    return server.quirks.edited_resume_handle;
  }
  const PageSize size = page_size(server.quirks, preferred_length, interface_on_wire);
  return give_page<mpr::MPR_INTERFACE_0>(
      callee, list_interfaces(server, size, *first, answer.resume_handle()), answer,
      [&](const Interface& one, mpr::MPR_INTERFACE_0& into) {
        write_beginning(server, one, into);
      });
}

// A block for the struct and for what follows it.
template <typename Wire>
Wire* allocate_with(const Callee& callee, std::size_t more) {
  return static_cast<Wire*>(
      library_state().buffers.allocate(sizeof(Wire) + more, callee.world, *callee.server));
}

DWORD give_level0(const Callee& callee, const Interface& one, BYTE** buffer) {
  auto* info = allocate<mpr::MPR_INTERFACE_0>(callee);
  if (info == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  write_beginning(*callee.server, one, *info);
  *buffer = reinterpret_cast<BYTE*>(info);
  return status::SUCCESS;
}

DWORD give_level1(const Callee& callee, const Interface& one, BYTE** buffer) {
  auto* info = allocate_with<mpr::MPR_INTERFACE_1>(callee, list_length(one.hours) * sizeof(WCHAR));
  if (info == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  write_beginning(*callee.server, one, *info);
  if (!one.hours.empty()) {
    info->lpwsDialoutHoursRestriction = reinterpret_cast<WCHAR*>(info + 1);
    write_list(one.hours, info->lpwsDialoutHoursRestriction);
  }
  *buffer = reinterpret_cast<BYTE*>(info);
  return status::SUCCESS;
}

// The targets of the pointers follow the struct: addresses, texts, bytes.
template <typename Wire>
DWORD give_entry(const Callee& callee, const Interface& one, BYTE** buffer) {
  const std::size_t addresses = one.ipv6_addresses.size() * sizeof(IN6_ADDR);
  const std::size_t texts = list_length(one.alternates) * sizeof(WCHAR);
  auto* info = allocate_with<Wire>(callee, addresses + texts + one.eap_data.size());
  if (info == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  fields::Entry entry = one.entry;
  write_beginning(*callee.server, one, entry);
  entry.dwfOptions = options_as_read(one.entry);
  entry.dwSubEntries = static_cast<DWORD>(one.devices.size());
  auto* next = reinterpret_cast<BYTE*>(info + 1);
  if (addresses > 0) {
    entry.AddressCount = static_cast<DWORD>(one.ipv6_addresses.size());
    entry.ipv6addr = reinterpret_cast<IN6_ADDR*>(next);
    std::copy(one.ipv6_addresses.begin(), one.ipv6_addresses.end(), entry.ipv6addr);
  }
  if (!one.alternates.empty()) {
    entry.szAlternates = reinterpret_cast<WCHAR*>(next + addresses);
    write_list(one.alternates, entry.szAlternates);
  }
  if (!one.eap_data.empty()) {
    entry.dwCustomAuthDataSize = static_cast<DWORD>(one.eap_data.size());
    entry.lpbCustomAuthData = next + addresses + texts;
    std::copy(one.eap_data.begin(), one.eap_data.end(), entry.lpbCustomAuthData);
  }
  if constexpr (std::is_same_v<Wire, fields::Entry>) {
    *info = entry;
  } else {
    *info = fields::level2_of(entry);
  }
  *buffer = reinterpret_cast<BYTE*>(info);
  return status::SUCCESS;
}

bool has_entry(const InterfaceDetails& one) {
  return one.type == mpr::ROUTER_IF_TYPE_FULL_ROUTER;
}

DWORD give_interface(const Callee& callee, const Interface& one, DWORD level, BYTE** buffer) {
  switch (level) {
    case 0:
      return give_level0(callee, one, buffer);
    case 1:
      return give_level1(callee, one, buffer);
    case 2:
      return give_entry<mpr::MPR_INTERFACE_2>(callee, one, buffer);
    default:
      return give_entry<mpr::MPR_INTERFACE_3>(callee, one, buffer);
  }
}

// The struct of a caller at either of the levels with an entry.
fields::Entry entry_from(DWORD level, const BYTE* buffer) {
  return level == 3 ? *reinterpret_cast<const fields::Entry*>(buffer)
                    : fields::entry_of(*reinterpret_cast<const mpr::MPR_INTERFACE_2*>(buffer));
}

// MS-RRASM: which interfaces can be created.
bool can_create(const mpr::MPR_INTERFACE_0& wanted, DWORD level) {
  switch (wanted.dwIfType) {
    case mpr::ROUTER_IF_TYPE_TUNNEL1:
    case mpr::ROUTER_IF_TYPE_DIALOUT:
      return false;
    case mpr::ROUTER_IF_TYPE_DEDICATED:
    case mpr::ROUTER_IF_TYPE_INTERNAL:
    case mpr::ROUTER_IF_TYPE_LOOPBACK:
      return wanted.fEnabled != 0 && level < 2;
    default:
      return level < 2 || wanted.dwIfType == mpr::ROUTER_IF_TYPE_FULL_ROUTER;
  }
}

DWORD create(Server& server, DWORD level, const BYTE* buffer, HANDLE* handle) {
  const auto& wanted = *reinterpret_cast<const mpr::MPR_INTERFACE_0*>(buffer);
  const TextView name = bounded(wanted.wszInterfaceName);
  if (name.empty() || !can_create(wanted, level)) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (server.interface_by_name(name) != nullptr) {
    return status::ERROR_INTERFACE_ALREADY_EXISTS;
  }
  Interface one = server.from_phone_book(name);
  one.type = wanted.dwIfType;
  one.enabled = wanted.fEnabled != 0;
  one.hours.clear();
  if (level == 1) {
    one.hours = read_list(
        reinterpret_cast<const mpr::MPR_INTERFACE_1*>(buffer)->lpwsDialoutHoursRestriction);
  }
  if (level >= 2) {
    const fields::Entry entry = entry_from(level, buffer);
    // MS-RRASM: it must be 0 when an interface is created.
    if (entry.szAlternates != nullptr) {
      return status::ERROR_INVALID_PARAMETER;
    }
    one.forget_entry();
    take_entry(entry, one);
    add_authentication(one.entry, true);
  }
  if (is_demand_dial(one) && one.devices.empty()) {
    one.devices.push_back({Text(bounded(one.entry.szDeviceType)),
                           Text(bounded(one.entry.szDeviceName)),
                           Text(bounded(one.entry.szLocalPhoneNumber)),
                           {}});
  }
  *handle = handle_of(server.add_interface(std::move(one)).handle);
  return status::SUCCESS;
}

DWORD change(Server& server, Interface& one, DWORD level, const BYTE* buffer) {
  const auto& wanted = *reinterpret_cast<const mpr::MPR_INTERFACE_0*>(buffer);
  // Name and type cannot be changed. MS-RRASM: nor can these be disabled.
  const bool is_fixed =
      one.type == mpr::ROUTER_IF_TYPE_DEDICATED || one.type == mpr::ROUTER_IF_TYPE_INTERNAL;
  if (bounded(wanted.wszInterfaceName) != one.name || wanted.dwIfType != one.type ||
      (is_fixed && wanted.fEnabled == 0)) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level == 1) {
    one.hours = read_list(
        reinterpret_cast<const mpr::MPR_INTERFACE_1*>(buffer)->lpwsDialoutHoursRestriction);
  }
  if (level >= 2) {
    const InterfaceDetails before = one;
    take_entry(entry_from(level, buffer), one);
    if (level == 2) {
      one.ipv6_addresses = before.ipv6_addresses;
      one.entry.ipv6addrDns = before.entry.ipv6addrDns;
      one.entry.ipv6addrDnsAlt = before.entry.ipv6addrDnsAlt;
    }
    add_authentication(one.entry, false);
    if (!one.devices.empty()) {
      one.devices.front().phone_number = bounded(one.entry.szLocalPhoneNumber);
    }
  }
  server.set_enabled(one, wanted.fEnabled != 0);
  return status::SUCCESS;
}

// The status if the level is not one that the interface has at this server.
std::optional<DWORD> level_refusal(const Server& server, const Interface& one, DWORD level) {
  if (level > highest_interface_level(server)) {
    return server.quirks.unknown_interface_level;
  }
  if (level >= 2 && !has_entry(one)) {
    return status::ERROR_NOT_SUPPORTED;
  }
  return std::nullopt;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminInterfaceEnum(HANDLE hMprServer, DWORD dwLevel, BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
                      DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const PageAnswer<BYTE> answer = {lplpbBuffer, lpdwEntriesRead, lpdwTotalEntries,
                                   lpdwResumeHandle};
  const DWORD status =
      call_by_handle(hMprServer, RRAS_NAME(InterfaceEnum), status::ERROR_INVALID_HANDLE,
                     CallArguments({{"dwLevel", dwLevel}, {"dwPrefMaxLen", dwPrefMaxLen}}),
                     [&](const Callee& callee) {
                       return enumerate_interfaces(callee, dwLevel, dwPrefMaxLen, answer);
                     });
  answer.end(status);
  return status;
}
RRAS_EXPORTED(InterfaceEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceGetInfo(HANDLE hMprServer,
                                                                   HANDLE hInterface, DWORD dwLevel,
                                                                   BYTE** lplpbBuffer) {
  return call_by_handle(hMprServer, RRAS_NAME(InterfaceGetInfo), status::ERROR_INVALID_HANDLE,
                        CallArguments({{"hInterface", hInterface}, {"dwLevel", dwLevel}}),
                        [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::any_router, since_2000)) {
                            return *refused;
                          }
                          if (lplpbBuffer == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          const Interface* one = server.interface_by_handle(id_of(hInterface));
                          if (one == nullptr) {
                            return status::ERROR_INVALID_HANDLE;
                          }
                          if (const auto refused = level_refusal(server, *one, dwLevel)) {
                            return *refused;
                          }
                          return give_interface(callee, *one, dwLevel, lplpbBuffer);
                        });
}
RRAS_EXPORTED(InterfaceGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminInterfaceGetHandle(HANDLE hMprServer, WCHAR* lpwsInterfaceName, HANDLE* phInterface,
                           BOOL fIncludeClientInterfaces) {
  return call_by_handle(hMprServer, RRAS_NAME(InterfaceGetHandle), status::RPC_S_INVALID_BINDING,
                        CallArguments({{"lpwsInterfaceName", lpwsInterfaceName},
                                       {"fIncludeClientInterfaces", fIncludeClientInterfaces}}),
                        [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::any_router, since_2000)) {
                            return *refused;
                          }
                          if (lpwsInterfaceName == nullptr || phInterface == nullptr) {
                            return status::RPC_X_NULL_REF_POINTER;
                          }
                          const Interface* one = server.interface_by_name(lpwsInterfaceName);
                          const bool is_hidden = one != nullptr &&
                                                 one->type == mpr::ROUTER_IF_TYPE_CLIENT &&
                                                 fIncludeClientInterfaces == 0;
                          if (one == nullptr || is_hidden) {
                            return status::ERROR_NO_SUCH_INTERFACE;
                          }
                          *phInterface = handle_of(one->handle);
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(InterfaceGetHandle);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceCreate(HANDLE hMprServer, DWORD dwLevel,
                                                                  BYTE* lpbBuffer,
                                                                  HANDLE* phInterface) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceCreate), status::ERROR_INVALID_HANDLE,
      CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router, since_2000)) {
          return *refused;
        }
        if (lpbBuffer == nullptr || phInterface == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (dwLevel > highest_interface_level(server)) {
          return status::ERROR_NOT_SUPPORTED;
        }
        return create(server, dwLevel, lpbBuffer, phInterface);
      });
}
RRAS_EXPORTED(InterfaceCreate);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceSetInfo(HANDLE hMprServer,
                                                                   HANDLE hInterface, DWORD dwLevel,
                                                                   BYTE* lpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceSetInfo), status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", hInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::any_router, since_2000)) {
          return *refused;
        }
        if (lpbBuffer == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        Interface* one = server.interface_by_handle(id_of(hInterface));
        if (one == nullptr) {
          return status::ERROR_INVALID_HANDLE;
        }
        if (dwLevel > highest_interface_level(server) || (dwLevel >= 2 && !has_entry(*one))) {
          return status::ERROR_NOT_SUPPORTED;
        }
        return change(server, *one, dwLevel, lpbBuffer);
      });
}
RRAS_EXPORTED(InterfaceSetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceDelete(HANDLE hMprServer,
                                                                  HANDLE hInterface) {
  return call_by_handle(hMprServer, RRAS_NAME(InterfaceDelete), status::ERROR_INVALID_HANDLE,
                        CallArguments({{"hInterface", hInterface}}),
                        [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::any_router, since_2000)) {
                            return *refused;
                          }
                          Interface* one = server.interface_by_handle(id_of(hInterface));
                          if (one == nullptr) {
                            return status::ERROR_INVALID_HANDLE;
                          }
                          if (is_demand_dial(*one) && (one->connecting || one->connection != 0)) {
                            return status::ERROR_INTERFACE_CONNECTED;
                          }
                          server.remove_interface(*one);
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(InterfaceDelete);

#endif
