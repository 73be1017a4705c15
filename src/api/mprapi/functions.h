// The functions of the dialects mprapi and nt4: one set of signatures under two sets of names. A
// function with no second name is not in nt4.
#pragma once

#include "abi/mprapi.h"
#include "api/functions.h"

namespace rras::api::mprapi {

enum Spelling : std::size_t { kMprAdmin = 0, kRasAdmin = 1 };

struct Functions : FunctionTable {
  explicit Functions(Spelling spelling) : FunctionTable(spelling) {}

  template <typename Pointer>
  using F = Function<Pointer>;
  FunctionTable& self = *this;

  // clang-format off
  F<abi::mpr::ServerConnect> server_connect{
      self, {"MprAdminServerConnect", "RasAdminServerConnect"}, {"connect"}, Need::required};
  F<abi::mpr::ServerDisconnect> server_disconnect{
      self, {"MprAdminServerDisconnect", "RasAdminServerDisconnect"}, {"serverDisconnect"}, Need::required};
  F<abi::mpr::PortEnum> port_enum{
      self, {"MprAdminPortEnum", "RasAdminPortEnum"}, {"enumPorts"}, Need::required};
  F<abi::mpr::BufferFree> buffer_free{
      self, {"MprAdminBufferFree", "RasAdminBufferFree"}, {}, Need::required};

  F<abi::mpr::PortGetInfo> port_get_info{
      self, {"MprAdminPortGetInfo", "RasAdminPortGetInfo"}, {"getPort"}};
  F<abi::mpr::PortDisconnect> port_disconnect{
      self, {"MprAdminPortDisconnect", "RasAdminPortDisconnect"}, {"disconnectPort"}};
  F<abi::mpr::PortReset> port_reset{
      self, {"MprAdminPortReset", "RasAdminPortReset"}, {"resetPort"}};
  F<abi::mpr::PortClearStats> port_clear_stats{
      self, {"MprAdminPortClearStats", "RasAdminPortClearStats"}, {"clearPortStats"}};
  // clang-format on
};

}  // namespace rras::api::mprapi
