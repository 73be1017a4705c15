// The devices on which the server can take calls.
#include "api/mprapi/mpr_server.h"
#include "api/paging.h"
#include "records/device_record.h"

namespace rras::api::mprapi {

namespace {

using abi::DWORD;

constexpr FunctionOfDll<abi::mpr::DeviceEnum> kDeviceEnum{"MprAdminDeviceEnum"};

Outcome enum_devices(MprServer& server, Answer& answer) {
  auto devices = server.buffer<abi::mpr::MPR_DEVICE_0>();
  DWORD count = 0;
  Outcome outcome = server.ask(server.functions[kDeviceEnum], server.handle, DWORD{0},
                               devices.out_bytes(), &count);
  if (!outcome.succeeded()) return outcome;
  if ((count > 0 && !devices) || count > kMostEntries) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  auto& rows = answer.tables.of(records::kDevice);
  for (DWORD i = 0; devices && i < count; ++i) records::kDevice.pack(devices.get()[i], rows);
  return outcome;
}

}  // namespace

std::vector<Operation> device_operations() {
  return {{"enumDevices", bind<enum_devices>, {&kDeviceEnum}}};
}

}  // namespace rras::api::mprapi
