// The transports of an interface of the running router. What is set here is lost when the router
// restarts.
#include "api/mprapi/information_block.h"
#include "api/mprapi/interface_reading.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<mpr::InterfaceTransportAdd> kInterfaceTransportAdd{
    "MprAdminInterfaceTransportAdd"};
constexpr FunctionOfDll<mpr::InterfaceTransportRemove> kInterfaceTransportRemove{
    "MprAdminInterfaceTransportRemove"};
constexpr FunctionOfDll<mpr::InterfaceTransportGetInfo> kInterfaceTransportGetInfo{
    "MprAdminInterfaceTransportGetInfo"};
constexpr FunctionOfDll<mpr::InterfaceTransportSetInfo> kInterfaceTransportSetInfo{
    "MprAdminInterfaceTransportSetInfo"};

// Calls `use(function, handle)` if the function is there and the interface is what the target
// expects.
template <typename Pointer, typename Use>
Outcome with_interface(MprServer& server, const FunctionOfDll<Pointer>& needed,
                       const InterfaceTarget& target, Answer& answer, Use use) {
  const auto function = server.functions[needed];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? use(function, handle) : outcome;
}

Outcome get_interface_transport(MprServer& server, const InterfaceTarget& target, DWORD id,
                                Answer& answer) {
  return with_interface(
      server, kInterfaceTransportGetInfo, target, answer, [&](const auto& function, HANDLE handle) {
        auto info = server.buffer<BYTE>();
        DWORD size = 0;
        Outcome outcome = server.ask(function, server.handle, handle, id, info.out_bytes(), &size);
        return answer_interface_transport(outcome, info, size, answer);
      });
}

Outcome add_interface_transport(MprServer& server, const InterfaceTarget& target, DWORD id,
                                Bytes& info, Answer& answer) {
  return with_interface(
      server, kInterfaceTransportAdd, target, answer, [&](const auto& function, HANDLE handle) {
        return server.act(function, server.handle, handle, id, bytes_of(info), size_of(info));
      });
}

Outcome set_interface_transport(MprServer& server, const InterfaceTarget& target, DWORD id,
                                Bytes& info, Answer& answer) {
  return with_interface(
      server, kInterfaceTransportSetInfo, target, answer, [&](const auto& function, HANDLE handle) {
        return server.act(function, server.handle, handle, id, bytes_of(info), size_of(info));
      });
}

Outcome remove_interface_transport(MprServer& server, const InterfaceTarget& target, DWORD id,
                                   Answer& answer) {
  return with_interface(server, kInterfaceTransportRemove, target, answer,
                        [&](const auto& function, HANDLE handle) {
                          return server.act(function, server.handle, handle, id);
                        });
}

}  // namespace

std::vector<Operation> interface_transport_operations() {
  return {
      {"getInterfaceTransport", bind<get_interface_transport>, {&kInterfaceTransportGetInfo}},
      {"addInterfaceTransport", bind<add_interface_transport>, {&kInterfaceTransportAdd}},
      {"setInterfaceTransport", bind<set_interface_transport>, {&kInterfaceTransportSetInfo}},
      {"removeInterfaceTransport", bind<remove_interface_transport>, {&kInterfaceTransportRemove}}};
}

}  // namespace rras::api::mprapi
