// The functions that read and change ports.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include <utility>

#include "simulator/listing.h"
#include "simulator/mpr/counters.h"
#include "simulator/mpr/exports.h"
#include "simulator/mpr/page_answer.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

const HANDLE all_connections = handle_of(kEveryConnection);

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

void write_port(const Server& server, const Port& port, mpr::RAS_PORT_1& into) {
  mpr::RAS_PORT_0 port_0{};
  write_port(server, port, port_0);
  into.hPort = port_0.hPort;
  into.hConnection = port_0.hConnection;
  into.dwHardwareCondition =
      port.hardware_failed ? mpr::RAS_HARDWARE_FAILURE : mpr::RAS_HARDWARE_OPERATIONAL;
  into.dwLineSpeed = port.line_speed;
  write_counters(server, port, into);
  if (port.connection != nullptr) {
    into.dwCompressionRatioIn = port.connection->compression_ratio_in;
    into.dwCompressionRatioOut = port.connection->compression_ratio_out;
  }
}

DWORD enumerate(const Callee& callee, DWORD level, HANDLE connection, DWORD preferred_length,
                const PageAnswer<BYTE>& answer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::dial_in_router)) {
    return *refused;
  }
  if (!answer.complete()) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (level != 0) {
    return status::ERROR_NOT_SUPPORTED;
  }
  if (connection == nullptr) {
    return status::ERROR_INVALID_HANDLE;
  }
  const Connection* of = nullptr;
  Page<Port> page;
  if (connection != all_connections) {
    of = server.connection_by_handle(id_of(connection));
    if (of == nullptr && server.quirks.unknown_connection != status::SUCCESS) {
      return server.quirks.unknown_connection;
    }
  }
  if (connection == all_connections || of != nullptr) {
    const PageSize size = page_size(server.quirks, preferred_length, server.quirks.bytes_per_port);
    auto found = list_ports(server, of, size, answer.resume_handle());
    if (!found) {
      return server.quirks.edited_resume_handle;
    }
    page = std::move(*found);
  }
  return give_page<mpr::RAS_PORT_0>(
      callee, page, answer,
      [&](const Port& port, mpr::RAS_PORT_0& into) { write_port(server, port, into); });
}

template <typename Wire>
DWORD give_info(const Callee& callee, const Port& port, BYTE** buffer) {
  Wire* info = allocate<Wire>(callee);
  if (info == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  write_port(*callee.server, port, *info);
  *buffer = reinterpret_cast<BYTE*>(info);
  return status::SUCCESS;
}

// A call that acts on one port. `unknown` is the status for a bad handle of the server or of the
// port; otherwise `body(server, port)` returns the status.
template <typename Body>
DWORD call_on_port(HANDLE server, HANDLE port, const char* function, DWORD unknown, Body&& body) {
  return call_by_handle(server, function, unknown,
                        CallArguments(PortArgument(port), {{"hPort", port}}),
                        [&](const Callee& callee) -> DWORD {
                          if (const auto refused = refusal(*callee.server, Need::dial_in_router)) {
                            return *refused;
                          }
                          Port* found = callee.server->port_by_handle(id_of(port));
                          return found == nullptr ? unknown : body(*callee.server, *found);
                        });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortEnum)(
    HANDLE hRasServer, DWORD dwLevel, HANDLE hRasConnection, BYTE** lplpbBuffer, DWORD dwPrefMaxLen,
    DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries, DWORD* lpdwResumeHandle) {
  const PageAnswer<BYTE> answer = {lplpbBuffer, lpdwEntriesRead, lpdwTotalEntries,
                                   lpdwResumeHandle};
  const DWORD status =
      call_by_handle(hRasServer, RRAS_NAME(PortEnum), status::RPC_S_INVALID_BINDING,
                     CallArguments({{"dwLevel", dwLevel},
                                    {"hRasConnection", hRasConnection},
                                    {"dwPrefMaxLen", dwPrefMaxLen}}),
                     [&](const Callee& callee) {
                       return enumerate(callee, dwLevel, hRasConnection, dwPrefMaxLen, answer);
                     });
  answer.end(status);
  return status;
}
RRAS_EXPORTED(PortEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortGetInfo)(HANDLE hRasServer,
                                                                     DWORD dwLevel, HANDLE hPort,
                                                                     BYTE** lplpbBuffer) {
  return call_by_handle(
      hRasServer, RRAS_NAME(PortGetInfo), status::RPC_S_INVALID_BINDING,
      CallArguments(PortArgument(hPort), {{"dwLevel", dwLevel}, {"hPort", hPort}}),
      [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router)) {
          return *refused;
        }
        if (lplpbBuffer == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (dwLevel > 1) {
          return status::ERROR_NOT_SUPPORTED;
        }
        const Port* port = server.port_by_handle(id_of(hPort));
        if (port == nullptr) {
          return status::ERROR_INVALID_PORT_HANDLE;
        }
        return dwLevel == 0 ? give_info<mpr::RAS_PORT_0>(callee, *port, lplpbBuffer)
                            : give_info<mpr::RAS_PORT_1>(callee, *port, lplpbBuffer);
      });
}
RRAS_EXPORTED(PortGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortDisconnect)(HANDLE hRasServer,
                                                                        HANDLE hPort) {
  return call_on_port(hRasServer, hPort, RRAS_NAME(PortDisconnect), status::ERROR_INVALID_PARAMETER,
                      [](Server& server, Port& port) -> DWORD {
                        return server.disconnect(port) ? status::SUCCESS
                                                       : server.quirks.disconnect_idle_port;
                      });
}
RRAS_EXPORTED(PortDisconnect);

// Does nothing, as MS-RRASM says.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortReset)(HANDLE hRasServer,
                                                                   HANDLE hPort) {
  return call_by_handle(hRasServer, RRAS_NAME(PortReset), status::ERROR_INVALID_PARAMETER,
                        CallArguments(PortArgument(hPort), {{"hPort", hPort}}),
                        [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::dial_in_router)) {
                            return *refused;
                          }
                          const bool known = server.port_by_handle(id_of(hPort)) != nullptr;
                          return known ? status::SUCCESS : server.quirks.reset_unknown_port;
                        });
}
RRAS_EXPORTED(PortReset);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(PortClearStats)(HANDLE hRasServer,
                                                                        HANDLE hPort) {
  return call_on_port(hRasServer, hPort, RRAS_NAME(PortClearStats), status::RPC_S_INVALID_BINDING,
                      [](Server& server, Port& port) -> DWORD {
                        server.clear_counters(port);
                        return status::SUCCESS;
                      });
}
RRAS_EXPORTED(PortClearStats);

#endif
