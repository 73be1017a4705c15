// The functions that read connections, with levels.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/listing.h"
#include "simulator/mpr/connection_structs.h"
#include "simulator/mpr/exports.h"
#include "simulator/mpr/page_answer.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

DWORD highest_connection_level(const Server& server) {
#if defined(RRAS_SIMULATOR_DIALECT_NT4)
  static_cast<void>(server);
  return 0;
#else
  if (server.generation == Generation::nt4) {
    return 0;
  }
  return server.generation >= Generation::windows_2008 ? 3 : 2;
#endif
}

// The sizes of the structs on the wire, where handles have 32 bits. The preferred length is
// compared with these.
constexpr DWORD wire_sizes[] = {1116, 288, 844, 788};

// Calls `body` with an empty struct of the level. The server must have that level.
template <typename Body>
DWORD with_level(DWORD level, Body&& body) {
  switch (level) {
    case 0:
      return body(mpr::RAS_CONNECTION_0{});
    case 1:
      return body(mpr::RAS_CONNECTION_1{});
    case 2:
      return body(mpr::RAS_CONNECTION_2{});
    default:
      return body(mpr::RAS_CONNECTION_3{});
  }
}

DWORD enumerate_connections(const Callee& callee, DWORD level, DWORD preferred_length,
                            const PageAnswer<BYTE>& answer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::dial_in_router)) {
    return *refused;
  }
  if (!answer.complete()) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level > highest_connection_level(server)) {
    return status::ERROR_INVALID_LEVEL;
  }
  const PageSize size = page_size(server.quirks, preferred_length, wire_sizes[level]);
  const auto page = list_connections(server, size, answer.resume_handle());
  if (!page) {
    return server.quirks.edited_resume_handle;
  }
  return with_level(level, [&](auto wire) {
    return give_page<decltype(wire)>(callee, *page, answer,
                                     [&](const Connection& connection, auto& into) {
                                       write_connection(server, connection, into);
                                     });
  });
}

DWORD give_connection(const Callee& callee, DWORD level, HANDLE handle, BYTE** buffer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::dial_in_router)) {
    return *refused;
  }
  if (buffer == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level > highest_connection_level(server)) {
    return status::ERROR_INVALID_LEVEL;
  }
  const Connection* connection = server.connection_by_handle(id_of(handle));
  if (connection == nullptr) {
    return status::ERROR_INTERFACE_NOT_CONNECTED;
  }
  return with_level(level, [&](auto wire) -> DWORD {
    auto* info = allocate<decltype(wire)>(callee);
    if (info == nullptr) {
      return status::ERROR_NOT_ENOUGH_MEMORY;
    }
    write_connection(server, *connection, *info);
    *buffer = reinterpret_cast<BYTE*>(info);
    return status::SUCCESS;
  });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(ConnectionEnum)(
    HANDLE hRasServer, DWORD dwLevel, BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
    DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const PageAnswer<BYTE> answer = {lplpbBuffer, lpdwEntriesRead, lpdwTotalEntries,
                                   lpdwResumeHandle};
  const DWORD status =
      call_by_handle(hRasServer, RRAS_NAME(ConnectionEnum), status::RPC_S_INVALID_BINDING,
                     CallArguments({{"dwLevel", dwLevel}, {"dwPrefMaxLen", dwPrefMaxLen}}),
                     [&](const Callee& callee) {
                       return enumerate_connections(callee, dwLevel, dwPrefMaxLen, answer);
                     });
  answer.end(status);
  return status;
}
RRAS_EXPORTED(ConnectionEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(ConnectionGetInfo)(HANDLE hRasServer,
                                                                           DWORD dwLevel,
                                                                           HANDLE hRasConnection,
                                                                           BYTE** lplpbBuffer) {
  return call_by_handle(hRasServer, RRAS_NAME(ConnectionGetInfo), status::RPC_S_INVALID_BINDING,
                        CallArguments({{"dwLevel", dwLevel}, {"hRasConnection", hRasConnection}}),
                        [&](const Callee& callee) {
                          return give_connection(callee, dwLevel, hRasConnection, lplpbBuffer);
                        });
}
RRAS_EXPORTED(ConnectionGetInfo);

#endif
