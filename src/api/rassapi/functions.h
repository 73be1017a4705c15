// The functions of Rassapi.dll. Some of their names are those of nt4, with other signatures.
#pragma once

#include "abi/rassapi.h"
#include "api/functions.h"

namespace rras::api::rassapi {

struct Functions : FunctionTable {
  Functions() : FunctionTable(0) {}

  template <typename Pointer>
  using F = Function<Pointer>;
  FunctionTable& self = *this;

  // clang-format off
  F<abi::rassapi::PortEnum> port_enum{
      self, {"RasAdminPortEnum"}, {"enumPorts"}, Need::required};
  F<abi::rassapi::FreeBuffer> free_buffer{
      self, {"RasAdminFreeBuffer"}, {}, Need::required};

  F<abi::rassapi::ServerGetInfo> server_get_info{
      self, {"RasAdminServerGetInfo"}, {"connect"}};
  F<abi::rassapi::PortGetInfo> port_get_info{
      self, {"RasAdminPortGetInfo"}, {}};
  F<abi::rassapi::PortDisconnect> port_disconnect{
      self, {"RasAdminPortDisconnect"}, {"disconnectPort"}};
  // clang-format on
};

}  // namespace rras::api::rassapi
