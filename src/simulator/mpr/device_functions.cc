// The devices of the ports, and the settings of the transports.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>
#include <set>
#include <utility>

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// Each device once, in the order of the ports.
std::vector<const Port*> devices_of(const Server& server) {
  std::vector<const Port*> devices;
  std::set<std::pair<Text, Text>> seen;
  for (std::size_t i = 0; i < server.ports().size(); ++i) {
    const Port& port = server.ports()[i];
    if (seen.emplace(port.device_type, port.device).second) {
      devices.push_back(&port);
    }
  }
  return devices;
}

struct Block {
  BYTE** bytes;
  DWORD* size;

  bool wanted() const { return bytes != nullptr && size != nullptr; }
  void write(BYTE* buffer, std::size_t length) const {
    *bytes = buffer;
    *size = static_cast<DWORD>(length);
  }
};

// False if memory runs out. Without bytes there is no block.
bool copy_block(const Callee& callee, const std::vector<std::uint8_t>& bytes, BYTE*& into) {
  into = nullptr;
  if (bytes.empty() && !callee.server->quirks.empty_buffer) {
    return true;
  }
  into = allocate<BYTE>(callee, bytes.size());
  if (into == nullptr) {
    return false;
  }
  std::copy(bytes.begin(), bytes.end(), into);
  return true;
}

DWORD write_transport(const Callee& callee, const Transport& transport, const Block& global,
                      const Block& client) {
  BYTE* global_bytes = nullptr;
  BYTE* client_bytes = nullptr;
  if (global.wanted() && !copy_block(callee, transport.global_info, global_bytes)) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  if (client.wanted() && !copy_block(callee, transport.client_interface_info, client_bytes)) {
    library_state().buffers.release(global_bytes);
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  if (global.wanted()) {
    global.write(global_bytes, transport.global_info.size());
  }
  if (client.wanted()) {
    client.write(client_bytes, transport.client_interface_info.size());
  }
  return status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminDeviceEnum(HANDLE hMprServer, DWORD dwLevel,
                                                             BYTE** lplpbBuffer,
                                                             DWORD* lpdwTotalEntries) {
  return call_by_handle(hMprServer, RRAS_NAME(DeviceEnum), status::RPC_S_INVALID_BINDING,
                        CallArguments({{"dwLevel", dwLevel}}), [&](const Callee& callee) -> DWORD {
                          const Server& server = *callee.server;
                          if (const auto refused = refusal(server, Need::any_router,
                                                           Since{Generation::windows_2000})) {
                            return *refused;
                          }
                          if (lplpbBuffer == nullptr || lpdwTotalEntries == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          if (dwLevel != 0) {
                            return status::ERROR_NOT_SUPPORTED;
                          }
                          const std::vector<const Port*> devices = devices_of(server);
                          mpr::MPR_DEVICE_0* list = nullptr;
                          if (!devices.empty() || server.quirks.empty_buffer) {
                            list = allocate<mpr::MPR_DEVICE_0>(callee, devices.size());
                            if (list == nullptr) {
                              return status::ERROR_NOT_ENOUGH_MEMORY;
                            }
                          }
                          for (std::size_t i = 0; i < devices.size(); ++i) {
                            copy_text(list[i].szDeviceType, devices[i]->device_type);
                            copy_text(list[i].szDeviceName, devices[i]->device);
                          }
                          *lplpbBuffer = reinterpret_cast<BYTE*>(list);
                          *lpdwTotalEntries = static_cast<DWORD>(devices.size());
                          return status::SUCCESS;
                        });
}
RRAS_EXPORTED(DeviceEnum);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminTransportGetInfo(
    HANDLE hMprServer, DWORD dwTransportId, BYTE** ppGlobalInfo, DWORD* lpdwGlobalInfoSize,
    BYTE** ppClientInterfaceInfo, DWORD* lpdwClientInterfaceInfoSize) {
  const Block global = {ppGlobalInfo, lpdwGlobalInfoSize};
  const Block client = {ppClientInterfaceInfo, lpdwClientInterfaceInfoSize};
  return call_by_handle(
      hMprServer, RRAS_NAME(TransportGetInfo), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwTransportId", dwTransportId}}), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::dial_in_router, Since{Generation::windows_2000})) {
          return *refused;
        }
        if (!global.wanted() && !client.wanted()) {
          return status::ERROR_INVALID_PARAMETER;
        }
        const auto found = server.transports.find(dwTransportId);
        return found == server.transports.end()
                   ? status::ERROR_UNKNOWN_PROTOCOL_ID
                   : write_transport(callee, found->second, global, client);
      });
}
RRAS_EXPORTED(TransportGetInfo);

#endif
