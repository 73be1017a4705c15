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
      self, {"RasAdminServerGetInfo"}, {"connect", "getInfo"}};
  F<abi::rassapi::GetUserAccountServer> get_user_account_server{
      self, {"RasAdminGetUserAccountServer"}, {"getPdcServer"}};
  F<abi::rassapi::GetErrorString> get_error_string{
      self, {"RasAdminGetErrorString"}, {"getErrorString"}};

  F<abi::rassapi::PortGetInfo> port_get_info{
      self, {"RasAdminPortGetInfo"}, {"getPort"}};
  F<abi::rassapi::PortDisconnect> port_disconnect{
      self, {"RasAdminPortDisconnect"}, {"disconnectPort"}};
  F<abi::rassapi::PortClearStatistics> port_clear_statistics{
      self, {"RasAdminPortClearStatistics"}, {"clearPortStats"}};

  F<abi::rassapi::UserGetInfo> user_get_info{
      self, {"RasAdminUserGetInfo"}, {"getUser"}};
  F<abi::rassapi::UserSetInfo> user_set_info{
      self, {"RasAdminUserSetInfo"}, {"setUser"}};
  // clang-format on
};

}  // namespace rras::api::rassapi
