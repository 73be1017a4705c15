// The functions that read and change ports.
#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include "simulator/rassapi/exports.h"
#include "simulator/rassapi/port_details.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

void write_port(const Server& server, const Port& port, rassapi::RAS_PORT_0& into) {
  copy_text(into.wszPortName, port.name);
  copy_text(into.wszDeviceType, port.device_type);
  copy_text(into.wszDeviceName, port.device);
  copy_text(into.wszMediaName, port.media);
  into.fAdvancedServer = 1;
  if (in_use(port)) {
    const Connection& connection = *port.connection;
    into.Flags = rassapi::USER_AUTHENTICATED | rassapi::PPP_CLIENT;
    if (connection.links.size() > 1) {
      into.Flags |= rassapi::PORT_MULTILINKED;
    }
    copy_text(into.wszUserName, connection.user);
    copy_text(into.wszComputer, connection.computer);
    copy_text(into.wszLogonDomain, connection.domain);
    into.dwStartSessionTime = server.session_start(connection);
  }
}

DWORD write_info(const Callee& callee, const Port& port, rassapi::RAS_PORT_1& info,
                 rassapi::RAS_PORT_STATISTICS& statistics, rassapi::RAS_PARAMETERS*& parameters) {
  const Server& server = *callee.server;
  void* buffer = nullptr;
  if (!write_parameters(callee, port, buffer)) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  parameters = static_cast<rassapi::RAS_PARAMETERS*>(buffer);
  info = {};
  write_port(server, port, info.rasport0);
  info.LineCondition = port.condition + dialect().first_condition;
  const bool failed = port.hardware_failed || port.condition == condition::non_operational;
  info.HardwareCondition =
      failed ? rassapi::RAS_MODEM_HARDWARE_FAILURE : rassapi::RAS_MODEM_OPERATIONAL;
  info.LineSpeed = port.line_speed;
  info.NumMediaParms = static_cast<WORD>(port.parameters.size());
  info.SizeMediaParms =
      static_cast<DWORD>(port.parameters.size() * sizeof(rassapi::RAS_PARAMETERS));
  if (in_use(port)) {
    write_projection(*port.connection, info.ProjResult);
  }
  write_statistics(server, port, statistics);
  return status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortEnum(const WCHAR* lpszServer,
                                                           rassapi::RAS_PORT_0** ppRasPort0,
                                                           WORD* pcEntriesRead) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortEnum), CallArguments(), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router)) {
          return *refused;
        }
        if (ppRasPort0 == nullptr || pcEntriesRead == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const WORD count = countable(server.ports().size());
        if (count == 0) {
          return status::NERR_ItemNotFound;
        }
        auto* ports = static_cast<rassapi::RAS_PORT_0*>(library_state().buffers.allocate(
            count * sizeof(rassapi::RAS_PORT_0), callee.world, *callee.server));
        if (ports == nullptr) {
          return status::ERROR_NOT_ENOUGH_MEMORY;
        }
        for (std::size_t i = 0; i < count; ++i) {
          write_port(server, server.ports()[i], ports[i]);
        }
        *ppRasPort0 = ports;
        *pcEntriesRead = count;
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(PortEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortGetInfo(
    const WCHAR* lpszServer, const WCHAR* lpszPort, rassapi::RAS_PORT_1* pRasPort1,
    rassapi::RAS_PORT_STATISTICS* pRasStats, rassapi::RAS_PARAMETERS** ppRasParams) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortGetInfo),
      CallArguments(PortArgument(lpszPort), {{"lpszPort", lpszPort}}),
      [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router)) {
          return *refused;
        }
        if (pRasPort1 == nullptr || pRasStats == nullptr || ppRasParams == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const Port* port = lpszPort == nullptr ? nullptr : server.port_by_name(lpszPort);
        return port == nullptr ? server.quirks.unknown_port
                               : write_info(callee, *port, *pRasPort1, *pRasStats, *ppRasParams);
      });
}
RRAS_EXPORTED(PortGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortDisconnect(const WCHAR* lpszServer,
                                                                 const WCHAR* lpszPort) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortDisconnect),
      CallArguments(PortArgument(lpszPort), {{"lpszPort", lpszPort}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router)) {
          return *refused;
        }
        Port* port = lpszPort == nullptr ? nullptr : server.port_by_name(lpszPort);
        if (port == nullptr) {
          return server.quirks.unknown_port;
        }
        return server.disconnect(*port) ? status::SUCCESS : server.quirks.disconnect_idle_port;
      });
}
RRAS_EXPORTED(PortDisconnect);

// Clears the counters of the port and of its connection, but not those of its other links.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortClearStatistics(const WCHAR* lpszServer,
                                                                      const WCHAR* lpszPort) {
  return call_by_address(lpszServer, RRAS_NAME(PortClearStatistics),
                         CallArguments(PortArgument(lpszPort), {{"lpszPort", lpszPort}}),
                         [&](const Callee& callee) -> DWORD {
                           Server& server = *callee.server;
                           if (const auto refused = refusal(server, Need::dial_in_router)) {
                             return *refused;
                           }
                           Port* port =
                               lpszPort == nullptr ? nullptr : server.port_by_name(lpszPort);
                           if (port == nullptr) {
                             return server.quirks.unknown_port;
                           }
                           server.clear_counters(*port);
                           if (port->connection != nullptr) {
                             server.clear_counters(*port->connection);
                           }
                           return status::SUCCESS;
                         });
}
RRAS_EXPORTED(PortClearStatistics);

#endif
