// The devices on which the server can take calls, and the settings of its transports.
#include "api/mprapi/mpr_server.h"
#include "api/paging.h"
#include "records/device_record.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

using abi::BYTE;
using abi::DWORD;

constexpr FunctionOfDll<abi::mpr::DeviceEnum> kDeviceEnum{"MprAdminDeviceEnum"};
constexpr FunctionOfDll<abi::mpr::TransportGetInfo> kTransportGetInfo{"MprAdminTransportGetInfo"};

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

Outcome get_transport(MprServer& server, DWORD id, Answer& answer) {
  auto global = server.buffer<BYTE>();
  auto client = server.buffer<BYTE>();
  DWORD global_size = 0;
  DWORD client_size = 0;
  Outcome outcome = server.ask(server.functions[kTransportGetInfo], server.handle, id,
                               global.out_bytes(), &global_size, client.out_bytes(), &client_size);
  if (!outcome.succeeded()) return outcome;
  if (!global.holds(global_size) || !client.holds(client_size)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.tables.add(records::kTransport,
                    records::Transport{global.bytes(global_size), client.bytes(client_size)});
  return outcome;
}

}  // namespace

std::vector<Operation> device_operations() {
  return {{"enumDevices", bind<enum_devices>, {&kDeviceEnum}},
          {"getTransport", bind<get_transport>, {&kTransportGetInfo}}};
}

}  // namespace rras::api::mprapi
