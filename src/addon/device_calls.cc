// Devices and transports, as JavaScript asks for them.
#include "addon/call.h"

namespace rras::addon {

namespace {

// (ticket, connection)
Napi::Value EnumDevices(const Napi::CallbackInfo& info) {
  return Call(info).for_tables(
      [](api::Server& server, records::Tables& answer) { return server.enum_devices(answer); });
}

// (ticket, connection, id)
Napi::Value GetTransport(const Napi::CallbackInfo& info) {
  Call call(info);
  abi::DWORD id = call.arguments.dword(2);
  return call.for_tables([id](api::Server& server, records::Tables& answer) {
    return server.get_transport(id, answer);
  });
}

}  // namespace

void add_device_calls(Napi::Object exports) {
  add<EnumDevices>(exports, "enumDevices");
  add<GetTransport>(exports, "getTransport");
}

}  // namespace rras::addon
