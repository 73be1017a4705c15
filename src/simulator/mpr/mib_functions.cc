// The MIB: its own handle, its own buffers, and the entries that the scene has.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>
#include <cstring>

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

constexpr std::size_t number_size = sizeof(DWORD);
// Where the data of an entry begins: aligned to 8, after the number of the variable.
constexpr std::size_t data_begin = 8;
// A query has the number of the variable and a few numbers of its index.
constexpr DWORD most_of_an_index = 64;

std::optional<DWORD> mib_refusal(const Callee& callee, const MibClient& client) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::any_router, Since{Generation::windows_2000})) {
    return refused;
  }
  const auto is_of_transport = [&](const auto& entry) {
    return std::get<0>(entry.first) == std::get<0>(client);
  };
  if (server.mib.count(client) != 0) {
    return std::nullopt;
  }
  const bool has_transport = std::any_of(server.mib.begin(), server.mib.end(), is_of_transport) ||
                             server.transports.count(std::get<0>(client)) != 0;
  return has_transport ? status::ERROR_CAN_NOT_COMPLETE : status::ERROR_UNKNOWN_PROTOCOL_ID;
}

// The numbers at the beginning of the bytes. Empty if there is not even one, or a part of one.
MibPlace numbers_in(const void* bytes, std::size_t size) {
  if (bytes == nullptr || size % number_size != 0) {
    return {};
  }
  MibPlace numbers(size / number_size);
  std::memcpy(numbers.data(), bytes, size);
  return numbers;
}

// The place that a query asks for. The documentation's sample passes the declared struct, with room
// for one number of an index, for a variable without one: an index that fits nothing is cut off.
MibEntries::const_iterator find_entry(const MibEntries& entries, MibPlace place) {
  const auto found = entries.find(place);
  if (found != entries.end() || place.size() != 2) {
    return found;
  }
  place.pop_back();
  return entries.find(place);
}

DWORD hand_out(const Callee& callee, const MibPlace& place, const MibBytes& data, void** entry,
               DWORD* size) {
  const std::size_t length = data_begin + data.size();
  auto* bytes = allocate<BYTE>(callee, length, Memory::mib);
  if (bytes == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  std::memcpy(bytes, place.data(), number_size);
  std::copy(data.begin(), data.end(), bytes + data_begin);
  *entry = bytes;
  *size = static_cast<DWORD>(length);
  return status::SUCCESS;
}

// `find` takes the entries and the place, and returns an iterator to the answer.
template <typename Find>
DWORD answer_entry(HANDLE handle, const char* function, const MibClient& client, const void* query,
                   DWORD query_size, void** entry, DWORD* size, DWORD Quirks::*absent, Find find) {
  return call_by_handle(
      handle, function, status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwProtocolId", std::get<0>(client)}, {"dwRoutingPid", std::get<1>(client)}}),
      [&](const Callee& callee) -> DWORD {
        if (const auto refused = mib_refusal(callee, client)) {
          return *refused;
        }
        const MibPlace place = numbers_in(query, std::min(query_size, most_of_an_index));
        if (place.empty() || entry == nullptr || size == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = callee.server->mib.find(client);
        static const MibEntries none;
        const MibEntries& entries = found == callee.server->mib.end() ? none : found->second;
        const auto one = find(entries, place);
        const bool is_of_variable = one != entries.end() && one->first.front() == place.front();
        return is_of_variable ? hand_out(callee, one->first, one->second, entry, size)
                              : callee.server->quirks.*absent;
      },
      HandleKind::mib);
}

DWORD number_at(const MibBytes& data, std::size_t at) {
  DWORD number = 0;
  if (at + sizeof number <= data.size()) {
    std::memcpy(&number, data.data() + at, sizeof number);
  }
  return number;
}

// Where a changed entry belongs, as far as the documentation gives variables that can be written.
MibPlace place_of(DWORD variable, const MibBytes& data) {
  constexpr DWORD if_row = 2;
  constexpr DWORD mcast_if_entry = 23;
  constexpr DWORD mcast_boundary = 26;
  constexpr DWORD route_matching = 31;
  const auto indexed = [&](std::initializer_list<std::size_t> fields) {
    MibPlace place{variable};
    for (const std::size_t field : fields) {
      place.push_back(number_at(data, field));
    }
    return place;
  };
  switch (variable) {
    case if_row:
      return indexed({512});
    case mcast_if_entry:
      return indexed({0});
    case mcast_boundary:
      return indexed({0, 4, 8});
    case route_matching:
      return indexed({0, 4, 16, 12, 24});
    default:
      return indexed({});
  }
}

// `change` takes the entries and the bytes of the caller's entry.
template <typename Change>
DWORD change_entries(HANDLE handle, const char* function, const MibClient& client,
                     const void* entry, DWORD size, Change change) {
  return call_by_handle(
      handle, function, status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwProtocolId", std::get<0>(client)}, {"dwRoutingPid", std::get<1>(client)}}),
      [&](const Callee& callee) -> DWORD {
        if (const auto refused = mib_refusal(callee, client)) {
          return *refused;
        }
        if (entry == nullptr || size < number_size) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto* begin = static_cast<const std::uint8_t*>(entry);
        return change(callee.server->mib[client], MibBytes(begin, begin + size),
                      callee.server->quirks.mib_absent);
      },
      HandleKind::mib);
}

DWORD write_entry(HANDLE handle, const char* function, const MibClient& client, const void* entry,
                  DWORD size, bool must_exist) {
  return change_entries(handle, function, client, entry, size,
                        [&](MibEntries& entries, const MibBytes& bytes, DWORD absent) -> DWORD {
                          if (bytes.size() < data_begin) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          const MibBytes data(bytes.begin() + data_begin, bytes.end());
                          const MibPlace place = place_of(number_at(bytes, 0), data);
                          if (must_exist && entries.count(place) == 0) {
                            return absent;
                          }
                          entries[place] = data;
                          return status::SUCCESS;
                        });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBServerConnect(WCHAR* lpwsServerName,
                                                                   HANDLE* phMibServer) {
  return call_by_address(lpwsServerName, RRAS_NAME(MIBServerConnect), CallArguments(),
                         [&](const Callee& callee) -> DWORD {
                           if (phMibServer == nullptr) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           *phMibServer = library_state().handles.add(callee.world, *callee.server,
                                                                      HandleKind::mib);
                           return status::SUCCESS;
                         });
}
RRAS_EXPORTED(MIBServerConnect);

RRAS_SIMULATOR_EXPORT void RRAS_APIENTRY MprAdminMIBServerDisconnect(HANDLE hMibServer) {
  let_go(RRAS_NAME(MIBServerDisconnect), hMibServer, HandleKind::mib);
}
RRAS_EXPORTED_VOID(MIBServerDisconnect);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBBufferFree(void* pBuffer) {
  return free_buffer(RRAS_NAME(MIBBufferFree), pBuffer, Memory::mib);
}
RRAS_EXPORTED(MIBBufferFree);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBEntryGet(HANDLE hMibServer, DWORD dwProtocolId,
                                                              DWORD dwRoutingPid, void* lpInEntry,
                                                              DWORD dwInEntrySize,
                                                              void** lplpOutEntry,
                                                              DWORD* lpOutEntrySize) {
  return answer_entry(hMibServer, RRAS_NAME(MIBEntryGet), {dwProtocolId, dwRoutingPid}, lpInEntry,
                      dwInEntrySize, lplpOutEntry, lpOutEntrySize, &Quirks::mib_absent, find_entry);
}
RRAS_EXPORTED(MIBEntryGet);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminMIBEntryGetFirst(HANDLE hMibServer, DWORD dwProtocolId, DWORD dwRoutingPid, void* lpInEntry,
                         DWORD dwInEntrySize, void** lplpOutEntry, DWORD* lpOutEntrySize) {
  return answer_entry(hMibServer, RRAS_NAME(MIBEntryGetFirst), {dwProtocolId, dwRoutingPid},
                      lpInEntry, dwInEntrySize, lplpOutEntry, lpOutEntrySize, &Quirks::mib_end,
                      [](const MibEntries& entries, const MibPlace& place) {
                        return entries.lower_bound(MibPlace{place.front()});
                      });
}
RRAS_EXPORTED(MIBEntryGetFirst);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminMIBEntryGetNext(HANDLE hMibServer, DWORD dwProtocolId, DWORD dwRoutingPid, void* lpInEntry,
                        DWORD dwInEntrySize, void** lplpOutEntry, DWORD* lpOutEntrySize) {
  return answer_entry(
      hMibServer, RRAS_NAME(MIBEntryGetNext), {dwProtocolId, dwRoutingPid}, lpInEntry,
      dwInEntrySize, lplpOutEntry, lpOutEntrySize, &Quirks::mib_end,
      [](const MibEntries& entries, const MibPlace& place) { return entries.upper_bound(place); });
}
RRAS_EXPORTED(MIBEntryGetNext);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBEntryCreate(HANDLE hMibServer, DWORD dwPid,
                                                                 DWORD dwRoutingPid, void* lpEntry,
                                                                 DWORD dwEntrySize) {
  return write_entry(hMibServer, RRAS_NAME(MIBEntryCreate), {dwPid, dwRoutingPid}, lpEntry,
                     dwEntrySize, false);
}
RRAS_EXPORTED(MIBEntryCreate);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBEntrySet(HANDLE hMibServer, DWORD dwProtocolId,
                                                              DWORD dwRoutingPid, void* lpEntry,
                                                              DWORD dwEntrySize) {
  return write_entry(hMibServer, RRAS_NAME(MIBEntrySet), {dwProtocolId, dwRoutingPid}, lpEntry,
                     dwEntrySize, true);
}
RRAS_EXPORTED(MIBEntrySet);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminMIBEntryDelete(HANDLE hMibServer,
                                                                 DWORD dwProtocolId,
                                                                 DWORD dwRoutingPid, void* lpEntry,
                                                                 DWORD dwEntrySize) {
  return change_entries(
      hMibServer, RRAS_NAME(MIBEntryDelete), {dwProtocolId, dwRoutingPid}, lpEntry, dwEntrySize,
      [&](MibEntries& entries, const MibBytes& bytes, DWORD absent) -> DWORD {
        const auto found = find_entry(entries, numbers_in(bytes.data(), bytes.size()));
        if (found == entries.end()) {
          return absent;
        }
        entries.erase(found);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(MIBEntryDelete);

#endif
