// The server and its domain, as JavaScript asks for them.
#include "addon/call.h"

namespace rras::addon {

namespace {

using api::Name;
using api::Outcome;
using api::Server;
using records::Tables;

// (ticket, connection)
template <Outcome (Server::*question)(Tables&)>
Napi::Value Ask(const Napi::CallbackInfo& info) {
  return Call(info).for_tables(
      [](Server& server, Tables& answer) { return (server.*question)(answer); });
}

// (ticket, connection, revision?)
Napi::Value GetInfoEx(const Napi::CallbackInfo& info) {
  Call call(info);
  std::optional<abi::DWORD> revision = call.arguments.optional_dword(2);
  return call.for_tables(
      [revision](Server& server, Tables& answer) { return server.get_info_ex(revision, answer); });
}

// (ticket, connection, [pptpPorts, pptpFlags, l2tpPorts, l2tpFlags, sstpPorts?, sstpFlags?])
Napi::Value SetInfo(const Napi::CallbackInfo& info) {
  Call call(info);
  api::PortCounts counts = call.arguments.port_counts(2);
  return call.for_status([counts](Server& server) { return server.set_info(counts); });
}

// (ticket, connection, revision?, {setting: number})
Napi::Value SetInfoEx(const Napi::CallbackInfo& info) {
  Call call(info);
  std::optional<abi::DWORD> revision = call.arguments.optional_dword(2);
  api::ServerExSettings settings = call.arguments.server_ex_settings(3);
  return call.for_status(
      [revision, settings](Server& server) { return server.set_info_ex(revision, settings); });
}

// (ticket, connection, code)
Napi::Value GetErrorString(const Napi::CallbackInfo& info) {
  Call call(info);
  abi::DWORD code = call.arguments.dword(2);
  return call.for_tables(
      [code](Server& server, Tables& answer) { return server.get_error_string(code, answer); });
}

// (ticket, connection, domain?, machine?)
Napi::Value IsDomainRasServer(const Napi::CallbackInfo& info) {
  Call call(info);
  Name domain = call.arguments.optional_text(2);
  Name machine = call.arguments.optional_text(3);
  return call.for_tables([domain, machine](Server& server, Tables& answer) {
    return server.is_domain_ras_server(domain, machine, answer);
  });
}

// (ticket, connection, domain?, machine?, enable)
Napi::Value EstablishDomainRasServer(const Napi::CallbackInfo& info) {
  Call call(info);
  Name domain = call.arguments.optional_text(2);
  Name machine = call.arguments.optional_text(3);
  bool enable = call.arguments.boolean(4);
  return call.for_status([domain, machine, enable](Server& server) {
    return server.establish_domain_ras_server(domain, machine, enable);
  });
}

// (ticket, connection, domain?, server?)
Napi::Value GetPdcServer(const Napi::CallbackInfo& info) {
  Call call(info);
  Name domain = call.arguments.optional_text(2);
  Name of = call.arguments.optional_text(3);
  return call.for_tables([domain, of](Server& server, Tables& answer) {
    return server.get_pdc_server(domain, of, answer);
  });
}

}  // namespace

void add_server_calls(Napi::Object exports) {
  add<Ask<&Server::is_service_running>>(exports, "isServiceRunning");
  add<Ask<&Server::is_service_initialized>>(exports, "isServiceInitialized");
  add<Ask<&Server::get_info>>(exports, "getInfo");
  add<SetInfo>(exports, "setInfo");
  add<GetInfoEx>(exports, "getInfoEx");
  add<SetInfoEx>(exports, "setInfoEx");
  add<GetErrorString>(exports, "getErrorString");
  add<IsDomainRasServer>(exports, "isDomainRasServer");
  add<EstablishDomainRasServer>(exports, "establishDomainRasServer");
  add<GetPdcServer>(exports, "getPdcServer");
}

}  // namespace rras::addon
