// The functions of the dialects mprapi and nt4: one set of signatures under two sets of names. A
// function with no second name is not in nt4.
#pragma once

#include "abi/mprapi.h"
#include "api/functions.h"
#include "library/local_free.h"

namespace rras::api::mprapi {

enum Spelling : std::size_t { kMprAdmin = 0, kRasAdmin = 1 };

struct Functions : FunctionTable {
  explicit Functions(Spelling spelling)
      : FunctionTable(spelling), has_levels(spelling == kMprAdmin) {}

  // NT 4 tells of a connection at level 0 only.
  const bool has_levels;

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
      self, {"MprAdminPortDisconnect", "RasAdminPortDisconnect"}, {"disconnectPort", "disconnectConnection"}};
  F<abi::mpr::PortReset> port_reset{
      self, {"MprAdminPortReset", "RasAdminPortReset"}, {"resetPort"}};
  F<abi::mpr::PortClearStats> port_clear_stats{
      self, {"MprAdminPortClearStats", "RasAdminPortClearStats"}, {"clearPortStats"}};

  F<abi::mpr::IsServiceRunning> is_service_running{
      self, {"MprAdminIsServiceRunning", "RasAdminIsServiceRunning"}, {"isServiceRunning"}};
  F<abi::mpr::IsServiceInitialized> is_service_initialized{
      self, {"MprAdminIsServiceInitialized"}, {"isServiceInitialized"}};
  F<abi::mpr::ServerGetInfo> server_get_info{
      self, {"MprAdminServerGetInfo"}, {"getInfo"}};
  F<abi::mpr::ServerSetInfo> server_set_info{
      self, {"MprAdminServerSetInfo"}, {"setInfo"}};
  F<abi::mpr::ServerGetInfoEx> server_get_info_ex{
      self, {"MprAdminServerGetInfoEx"}, {"getInfoEx"}};
  F<abi::mpr::ServerSetInfoEx> server_set_info_ex{
      self, {"MprAdminServerSetInfoEx"}, {"setInfoEx"}};
  // RasAdminGetErrorString takes other arguments.
  F<abi::mpr::GetErrorString> get_error_string{
      self, {"MprAdminGetErrorString"}, {"getErrorString"}};
  F<abi::mpr::IsDomainRasServer> is_domain_ras_server{
      self, {"MprAdminIsDomainRasServer"}, {"isDomainRasServer"}};
  F<abi::mpr::EstablishDomainRasServer> establish_domain_ras_server{
      self, {"MprAdminEstablishDomainRasServer"}, {"establishDomainRasServer"}};
  F<abi::mpr::GetPDCServer> get_pdc_server{
      self, {"MprAdminGetPDCServer", "RasAdminGetPDCServer"}, {"getPdcServer"}};
  F<abi::mpr::ServerGetCredentials> server_get_credentials{
      self, {"MprAdminServerGetCredentials"}, {"getCredentials"}};
  F<abi::mpr::ServerSetCredentials> server_set_credentials{
      self, {"MprAdminServerSetCredentials"}, {"setCredentials"}};

  // RasAdminUserGetInfo and RasAdminUserSetInfo take three arguments, not four.
  F<abi::mpr::UserGetInfo> user_get_info{
      self, {"MprAdminUserGetInfo"}, {"getUser"}};
  F<abi::mpr::UserSetInfo> user_set_info{
      self, {"MprAdminUserSetInfo"}, {"setUser"}};

  F<abi::mpr::DeviceEnum> device_enum{
      self, {"MprAdminDeviceEnum"}, {"enumDevices"}};
  F<abi::mpr::TransportGetInfo> transport_get_info{
      self, {"MprAdminTransportGetInfo"}, {"getTransport"}};
  F<abi::mpr::ConnectionEnum> connection_enum{
      self, {"MprAdminConnectionEnum", "RasAdminConnectionEnum"}, {"enumConnections"}};
  F<abi::mpr::ConnectionEnumEx> connection_enum_ex{
      self, {"MprAdminConnectionEnumEx"}, {"enumConnections"}};
  F<abi::mpr::ConnectionGetInfo> connection_get_info{
      self, {"MprAdminConnectionGetInfo", "RasAdminConnectionGetInfo"}, {"getConnection"}};
  F<abi::mpr::ConnectionGetInfoEx> connection_get_info_ex{
      self, {"MprAdminConnectionGetInfoEx"}, {"getConnection"}};
  F<abi::mpr::ConnectionClearStats> connection_clear_stats{
      self, {"MprAdminConnectionClearStats", "RasAdminConnectionClearStats"}, {"clearConnectionStats"}};
  F<abi::mpr::ConnectionRemoveQuarantine> connection_remove_quarantine{
      self, {"MprAdminConnectionRemoveQuarantine"}, {"removeQuarantine", "removeQuarantineByAddress"}};
  F<abi::mpr::SendUserMessage> send_user_message{
      self, {"MprAdminSendUserMessage"}, {"sendUserMessage"}};
  F<abi::mpr::UpdateConnection> update_connection{
      self, {"MprAdminUpdateConnection"}, {"updateConnection"}};
  F<abi::mpr::RegisterConnectionNotification> register_notification{
      self, {"MprAdminRegisterConnectionNotification"}, {"watchConnections"}};
  F<abi::mpr::DeregisterConnectionNotification> deregister_notification{
      self, {"MprAdminDeregisterConnectionNotification"}, {"endNotification"}};
  // clang-format on

  // Not the library's own: frees the text of get_error_string.
  library::LocalFree local_free = nullptr;
};

}  // namespace rras::api::mprapi
