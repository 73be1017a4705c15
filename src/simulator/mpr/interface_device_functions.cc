// The devices of an interface, counted from 1.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/mpr/exports.h"
#include "simulator/mpr/interface_structs.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

struct DeviceFound {
  DWORD status;
  InterfaceDevice* device;
};

// With `is_new`, the device after the last one is added.
DeviceFound find_device(Server& server, HANDLE handle, DWORD index, DWORD level, const void* buffer,
                        bool is_new) {
  if (const auto refused = refusal(server, Need::any_router, Since{Generation::windows_2000})) {
    return {*refused, nullptr};
  }
  if (buffer == nullptr) {
    return {status::ERROR_INVALID_PARAMETER, nullptr};
  }
  Interface* one = server.interface_by_handle(id_of(handle));
  if (one == nullptr) {
    return {status::ERROR_INVALID_HANDLE, nullptr};
  }
  if (level > 1) {
    return {status::ERROR_NOT_SUPPORTED, nullptr};
  }
  if (is_new && index == one->devices.size() + 1) {
    one->devices.emplace_back();
  }
  if (index == 0 || index > one->devices.size()) {
    return {server.quirks.unknown_interface_device, nullptr};
  }
  return {status::SUCCESS, &one->devices[index - 1]};
}

DWORD give_device(const Callee& callee, const InterfaceDevice& device, DWORD level, BYTE** buffer) {
  const std::size_t texts = level == 0 ? 0 : list_length(device.alternates) * sizeof(WCHAR);
  const std::size_t size = level == 0 ? sizeof(mpr::MPR_DEVICE_0) : sizeof(mpr::MPR_DEVICE_1);
  void* block = library_state().buffers.allocate(size + texts, callee.world, *callee.server);
  if (block == nullptr) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
  auto& basic = *static_cast<mpr::MPR_DEVICE_0*>(block);
  copy_text(basic.szDeviceType, device.type);
  copy_text(basic.szDeviceName, device.name);
  if (level == 1) {
    auto& info = *static_cast<mpr::MPR_DEVICE_1*>(block);
    copy_text(info.szLocalPhoneNumber, device.phone_number);
    if (!device.alternates.empty()) {
      info.szAlternates = reinterpret_cast<WCHAR*>(&info + 1);
      write_list(device.alternates, info.szAlternates);
    }
  }
  *buffer = static_cast<BYTE*>(block);
  return status::SUCCESS;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceDeviceGetInfo(
    HANDLE hMprServer, HANDLE hInterface, DWORD dwIndex, DWORD dwLevel, BYTE** lplpBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceDeviceGetInfo), status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", hInterface}, {"dwIndex", dwIndex}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        const DeviceFound found =
            find_device(*callee.server, hInterface, dwIndex, dwLevel, lplpBuffer, false);
        return found.device == nullptr ? found.status
                                       : give_device(callee, *found.device, dwLevel, lplpBuffer);
      });
}
RRAS_EXPORTED(InterfaceDeviceGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceDeviceSetInfo(
    HANDLE hMprServer, HANDLE hInterface, DWORD dwIndex, DWORD dwLevel, BYTE* lpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceDeviceSetInfo), status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", hInterface}, {"dwIndex", dwIndex}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        const DeviceFound found =
            find_device(*callee.server, hInterface, dwIndex, dwLevel, lpbBuffer, true);
        if (found.device == nullptr) {
          return found.status;
        }
        const auto& basic = *reinterpret_cast<const mpr::MPR_DEVICE_0*>(lpbBuffer);
        found.device->type = bounded(basic.szDeviceType);
        found.device->name = bounded(basic.szDeviceName);
        if (dwLevel == 1) {
          const auto& info = *reinterpret_cast<const mpr::MPR_DEVICE_1*>(lpbBuffer);
          found.device->phone_number = bounded(info.szLocalPhoneNumber);
          found.device->alternates = read_list(info.szAlternates);
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceDeviceSetInfo);

#endif
