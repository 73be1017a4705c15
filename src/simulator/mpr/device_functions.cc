// The devices of the ports.
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

#endif
