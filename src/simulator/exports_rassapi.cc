// The exports of Rassapi.dll: no handles, every call names its server, ports have names only.
#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "abi/rassapi.h"
#include "abi/status.h"
#include "simulator/call.h"
#include "simulator/dialect.h"

#define RRAS_NAME(name) "RasAdmin" #name
#define RRAS_HAS_SIGNATURE(name) \
  static_assert(std::is_same_v<decltype(&RasAdmin##name), rassapi::name>)

using namespace rras::abi;
using namespace rras::simulator;

namespace rras::simulator {

const Dialect& dialect() {
  using Wire = rassapi::RAS_PORT_0;
  static const Dialect rassapi = [&] {
    Quirks quirks;
    quirks.disconnect_idle_port = status::NERR_UserNotFound;
    quirks.call_when_stopped = status::ERROR_BAD_NETPATH;
    quirks.server_name_form = NameForm::backslashes;
    return Dialect{
        "rassapi",
        {
            {RRAS_NAME(ServerGetInfo), true},
            {RRAS_NAME(PortEnum), true},
            {RRAS_NAME(PortGetInfo), true},
            {RRAS_NAME(PortDisconnect), true},
            {RRAS_NAME(FreeBuffer), true},
        },
        false,
        rassapi::RAS_PORT_NON_OPERATIONAL,
        status::ERROR_BAD_NETPATH,
        {std::extent_v<decltype(Wire::wszPortName)>, std::extent_v<decltype(Wire::wszMediaName)>,
         std::extent_v<decltype(Wire::wszDeviceName)>, std::extent_v<decltype(Wire::wszDeviceType)>,
         std::extent_v<decltype(Wire::wszUserName)>, std::extent_v<decltype(Wire::wszComputer)>,
         std::extent_v<decltype(Wire::wszLogonDomain)>},
        quirks,
    };
  }();
  return rassapi;
}

}  // namespace rras::simulator

namespace {

// The numbers of RAS_MODEM_CONDITION, in section 3.1 of the header's documentation.
constexpr DWORD modem_operational = 1;
constexpr DWORD modem_hardware_failure = 3;
constexpr DWORD modem_line_speed = 33'600;

// What counts ports is 16 bits wide.
constexpr std::size_t most_ports = 0xFFFF;

WORD countable(std::size_t count) {
  return static_cast<WORD>(std::min(count, most_ports));
}

bool in_use(const Port& port) {
  return port.connection != nullptr && port.connection->established;
}

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

// A modem has one parameter, whose key is the one that the documentation gives as its example.
std::size_t parameter_count(const Port& port) {
  return port.type == PortType::modem ? 1 : 0;
}

void write_parameters(const Port& port, rassapi::RAS_PARAMETERS* into) {
  if (parameter_count(port) > 0) {
    static constexpr CHAR key[] = "MAXCONNECTBPS";
    std::copy(std::begin(key), std::end(key), into->P_Key);
    into->P_Value.Number = modem_line_speed;
  }
}

DWORD write_info(const Callee& callee, const Port& port, rassapi::RAS_PORT_1& info,
                 rassapi::RAS_PORT_STATISTICS& statistics, rassapi::RAS_PARAMETERS*& parameters) {
  const Server& server = *callee.server;
  const std::size_t count = parameter_count(port);
  const std::size_t size = count * sizeof(rassapi::RAS_PARAMETERS);
  void* buffer = nullptr;
  if (count > 0 || server.quirks.empty_buffer) {
    buffer = library_state().buffers.allocate(size, callee.world, *callee.server);
    if (buffer == nullptr) {
      return status::ERROR_NOT_ENOUGH_MEMORY;
    }
  }
  parameters = static_cast<rassapi::RAS_PARAMETERS*>(buffer);
  write_parameters(port, parameters);
  info = {};
  write_port(server, port, info.rasport0);
  info.LineCondition = port.condition + dialect().first_condition;
  info.HardwareCondition =
      port.condition == condition::non_operational ? modem_hardware_failure : modem_operational;
  // What a VPN port reports as its speed is documented nowhere.
  info.LineSpeed = port.type == PortType::modem ? modem_line_speed : 0;
  info.NumMediaParms = static_cast<WORD>(count);
  info.SizeMediaParms = static_cast<DWORD>(size);
  statistics = {};
  return status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
RasAdminServerGetInfo(const WCHAR* lpszServer, rassapi::RAS_SERVER_0* pRasServer0) {
  return call_by_address(lpszServer, RRAS_NAME(ServerGetInfo), PortArgument(),
                         [&](const Callee& callee) -> DWORD {
                           const Server& server = *callee.server;
                           if (const auto refused = refusal(server, Need::any_router)) {
                             return *refused;
                           }
                           if (pRasServer0 == nullptr) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           std::size_t used = 0;
                           for (std::size_t i = 0; i < server.ports().size(); ++i) {
                             used += in_use(server.ports()[i]) ? 1 : 0;
                           }
                           *pRasServer0 = {countable(server.ports().size()), countable(used),
                                           rassapi::RASADMIN_CURRENT};
                           return status::SUCCESS;
                         });
}
RRAS_HAS_SIGNATURE(ServerGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortEnum(const WCHAR* lpszServer,
                                                           rassapi::RAS_PORT_0** ppRasPort0,
                                                           WORD* pcEntriesRead) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortEnum), PortArgument(), [&](const Callee& callee) -> DWORD {
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
RRAS_HAS_SIGNATURE(PortEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortGetInfo(
    const WCHAR* lpszServer, const WCHAR* lpszPort, rassapi::RAS_PORT_1* pRasPort1,
    rassapi::RAS_PORT_STATISTICS* pRasStats, rassapi::RAS_PARAMETERS** ppRasParams) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortGetInfo), PortArgument(lpszPort),
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
RRAS_HAS_SIGNATURE(PortGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminPortDisconnect(const WCHAR* lpszServer,
                                                                 const WCHAR* lpszPort) {
  return call_by_address(
      lpszServer, RRAS_NAME(PortDisconnect), PortArgument(lpszPort),
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
RRAS_HAS_SIGNATURE(PortDisconnect);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminFreeBuffer(void* Pointer) {
  return free_buffer(RRAS_NAME(FreeBuffer), Pointer);
}
RRAS_HAS_SIGNATURE(FreeBuffer);

#endif
