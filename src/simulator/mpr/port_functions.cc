// What is asked about ports and done to them.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/mpr/exports.h"
#include "simulator/port_page.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

const HANDLE all_connections = handle_of(~std::uint64_t{0});  // INVALID_HANDLE_VALUE

void write_port(const Server& server, const Port& port, mpr::RAS_PORT_0& into) {
  const bool connected = port.connection != nullptr && port.connection->established;
  into.hPort = handle_of(port.handle);
  into.hConnection =
      handle_of(connected ? port.connection->handle : server.quirks.idle_port_connection);
  into.dwPortCondition = port.condition;
  into.dwTotalNumberOfCalls = port.total_calls;
  into.dwConnectDuration = server.duration(port);
  copy_text(into.wszPortName, port.name);
  copy_text(into.wszMediaName, port.media);
  copy_text(into.wszDeviceName, port.device);
  copy_text(into.wszDeviceType, port.device_type);
}

struct PageAnswer {
  BYTE** buffer;
  DWORD* read;
  DWORD* total;
  DWORD* resume;
};

DWORD enumerate(const Callee& callee, DWORD level, HANDLE connection, DWORD preferred_length,
                const PageAnswer& answer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::dial_in_router)) {
    return *refused;
  }
  if (answer.buffer == nullptr || answer.read == nullptr || answer.total == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level != 0) {
    return status::ERROR_NOT_SUPPORTED;
  }
  if (connection == nullptr) {
    return status::ERROR_INVALID_HANDLE;
  }
  const Connection* of = nullptr;
  PortPage page;
  if (connection != all_connections) {
    of = server.connection_by_handle(number_of(connection));
    if (of == nullptr && server.quirks.unknown_connection != status::SUCCESS) {
      return server.quirks.unknown_connection;
    }
  }
  if (connection == all_connections || of != nullptr) {
    const DWORD resume = answer.resume == nullptr ? 0 : *answer.resume;
    auto found = read_page(server, of, preferred_length, resume);
    if (!found) {
      return server.quirks.edited_resume_handle;
    }
    page = std::move(*found);
  }

  mpr::RAS_PORT_0* ports = nullptr;
  if (!page.ports.empty() || server.quirks.empty_buffer) {
    ports = allocate<mpr::RAS_PORT_0>(callee, page.ports.size());
    if (ports == nullptr) {
      return status::ERROR_NOT_ENOUGH_MEMORY;
    }
  }
  for (std::size_t i = 0; i < page.ports.size(); ++i) {
    write_port(server, *page.ports[i], ports[i]);
  }
  *answer.buffer = reinterpret_cast<BYTE*>(ports);
  *answer.read = static_cast<DWORD>(page.ports.size());
  *answer.total = static_cast<DWORD>(page.total);
  if (answer.resume != nullptr) {
    *answer.resume = page.resume_handle;
  }
  return page.more ? status::ERROR_MORE_DATA : status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortEnum)(
    HANDLE hRasServer, DWORD dwLevel, HANDLE hRasConnection, BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
    DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const PageAnswer answer = {lplpbBuffer, lpdwEntriesRead, lpdwTotalEntries, lpdwResumeHandle};
  const DWORD status =
      call_by_handle(hRasServer, RRAS_NAME(PortEnum), status::RPC_S_INVALID_BINDING, PortArgument(),
                     [&](const Callee& callee) {
                       return enumerate(callee, dwLevel, hRasConnection, dwPrefMaxLen, answer);
                     });
  const bool page = status == status::SUCCESS || status == status::ERROR_MORE_DATA;
  if (!page && lpdwResumeHandle != nullptr) {
    // As MS-RRASM says of every other status.
    *lpdwResumeHandle = 0xFFFFFFFF;
  }
  return status;
}
RRAS_EXPORTED(PortEnum);

// Level 1 (RAS_PORT_1, statistics) is not modelled yet and answers as an unknown level does.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortGetInfo)(HANDLE hRasServer,
                                                                     DWORD dwLevel, HANDLE hPort,
                                                                     BYTE** lplpbBuffer) {
  return call_by_handle(hRasServer, RRAS_NAME(PortGetInfo), status::RPC_S_INVALID_BINDING,
                        PortArgument(hPort), [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::dial_in_router)) {
                            return *refused;
                          }
                          if (lplpbBuffer == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          if (dwLevel != 0) {
                            return status::ERROR_NOT_SUPPORTED;
                          }
                          const Port* port = server.port_by_handle(number_of(hPort));
                          if (port == nullptr) {
                            return status::ERROR_INVALID_PORT_HANDLE;
                          }
                          mpr::RAS_PORT_0* info = allocate<mpr::RAS_PORT_0>(callee);
                          if (info == nullptr) {
                            return status::ERROR_NOT_ENOUGH_MEMORY;
                          }
                          write_port(server, *port, *info);
                          *lplpbBuffer = reinterpret_cast<BYTE*>(info);
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(PortGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortDisconnect)(HANDLE hRasServer,
                                                                        HANDLE hPort) {
  return call_by_handle(hRasServer, RRAS_NAME(PortDisconnect), status::ERROR_INVALID_PARAMETER,
                        PortArgument(hPort), [&](const Callee& callee) -> DWORD {
                          Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::dial_in_router)) {
                            return *refused;
                          }
                          Port* port = server.port_by_handle(number_of(hPort));
                          if (port == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          return server.disconnect(*port) ? status::SUCCESS
                                                          : server.quirks.disconnect_idle_port;
                        });
}
RRAS_EXPORTED(PortDisconnect);

// Does nothing, as MS-RRASM says.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortReset)(HANDLE hRasServer,
                                                                   HANDLE hPort) {
  return call_by_handle(hRasServer, RRAS_NAME(PortReset), status::ERROR_INVALID_PARAMETER,
                        PortArgument(hPort), [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::dial_in_router)) {
                            return *refused;
                          }
                          const bool known = server.port_by_handle(number_of(hPort)) != nullptr;
                          return known ? status::SUCCESS : server.quirks.reset_unknown_port;
                        });
}
RRAS_EXPORTED(PortReset);

#endif
