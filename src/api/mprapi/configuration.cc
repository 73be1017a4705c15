// The stored configuration as a whole: its session, the numbers of ports, backups.
#include "api/mprapi/mpr_configuration.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;

constexpr FunctionOfDll<mpr::ServerGetInfo> kConfigGetInfo{"MprConfigServerGetInfo"};
constexpr FunctionOfDll<mpr::ServerSetInfo> kConfigSetInfo{"MprConfigServerSetInfo"};
constexpr FunctionOfDll<mpr::ServerGetInfoEx> kConfigGetInfoEx{"MprConfigServerGetInfoEx"};
constexpr FunctionOfDll<mpr::ServerSetInfoEx> kConfigSetInfoEx{"MprConfigServerSetInfoEx"};
constexpr FunctionOfDll<mpr::ConfigServerRefresh> kConfigRefresh{"MprConfigServerRefresh"};
constexpr FunctionOfDll<mpr::ConfigServerInstall> kConfigInstall{"MprConfigServerInstall"};
constexpr FunctionOfDll<mpr::ConfigServerBackup> kConfigBackup{"MprConfigServerBackup"};
constexpr FunctionOfDll<mpr::ConfigServerRestore> kConfigRestore{"MprConfigServerRestore"};
constexpr FunctionOfDll<mpr::ConfigFilterGetInfo> kConfigGetFilter{"MprConfigFilterGetInfo"};
constexpr FunctionOfDll<mpr::ConfigFilterSetInfo> kConfigSetFilter{"MprConfigFilterSetInfo"};

Outcome get_stored_info(MprConfiguration& stored, Answer& answer) {
  return read_info(stored, kConfigGetInfo, answer);
}

Outcome set_stored_info(MprConfiguration& stored, const PortCounts& counts) {
  return write_info(stored, kConfigSetInfo, counts);
}

Outcome get_stored_info_ex(MprConfiguration& stored, std::optional<DWORD> revision,
                           Answer& answer) {
  return read_info_ex(stored, kConfigGetInfoEx, revision, answer);
}

Outcome set_stored_info_ex(MprConfiguration& stored, std::optional<DWORD> revision,
                           const ServerExSettings& settings) {
  return write_info_ex(stored, kConfigGetInfoEx, kConfigSetInfoEx, revision, settings);
}

Outcome refresh(MprConfiguration& stored) {
  return stored.ask(stored.functions[kConfigRefresh], stored.handle);
}

// The function has no argument for a machine: it is about this one. TypeScript refuses others.
Outcome install(MprConfiguration& stored) {
  return stored.act(stored.functions[kConfigInstall], DWORD{0}, static_cast<void*>(nullptr));
}

Outcome back_up(MprConfiguration& stored, std::u16string& folder) {
  return stored.act(stored.functions[kConfigBackup], stored.handle, folder.data());
}

Outcome restore(MprConfiguration& stored, std::u16string& folder) {
  return stored.act(stored.functions[kConfigRestore], stored.handle, folder.data());
}

// Nothing is freed, because the function writes into the caller's struct.
Outcome get_filter(MprConfiguration& stored, DWORD transport, Answer& answer) {
  mpr::MPR_FILTER_0 filter{};
  Outcome outcome = stored.ask(stored.functions[kConfigGetFilter], stored.handle, DWORD{0},
                               transport, reinterpret_cast<BYTE*>(&filter));
  if (outcome.succeeded()) answer.value = filter.fEnable != 0;
  return outcome;
}

Outcome set_filter(MprConfiguration& stored, DWORD transport, DWORD is_enabled) {
  mpr::MPR_FILTER_0 filter{is_enabled != 0 ? 1 : 0};
  return stored.act(stored.functions[kConfigSetFilter], stored.handle, DWORD{0}, transport,
                    reinterpret_cast<BYTE*>(&filter));
}

}  // namespace

Outcome MprConfiguration::disconnect() {
  const auto function = functions[kConfigDisconnect];
  if (function.exported()) function.call(handle);
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

Outcome MprConfiguration::register_notification(abi::HANDLE /*event*/) {
  return concluded(abi::status::ERROR_NOT_SUPPORTED, kConfigConnect.names[Functions::first]);
}

Outcome MprConfiguration::deregister_notification(abi::HANDLE /*event*/) {
  return concluded(abi::status::ERROR_NOT_SUPPORTED, kConfigConnect.names[Functions::first]);
}

std::vector<Operation> configuration_session_operations() {
  return {{"connectConfig", nullptr, {&kConfigConnect}},
          {"configDisconnect", nullptr, {&kConfigDisconnect}}};
}

std::vector<Operation> configuration_operations() {
  return {{"configGetInfo", bind<get_stored_info>, {&kConfigGetInfo}},
          {"configSetInfo", bind<set_stored_info>, {&kConfigSetInfo}},
          {"configGetInfoEx", bind<get_stored_info_ex>, {&kConfigGetInfoEx}},
          {"configSetInfoEx", bind<set_stored_info_ex>, {&kConfigSetInfoEx}},
          {"configRefresh", bind<refresh>, {&kConfigRefresh}},
          {"configInstall", bind<install>, {&kConfigInstall}},
          {"configBackUp", bind<back_up>, {&kConfigBackup}},
          {"configRestore", bind<restore>, {&kConfigRestore}},
          {"configGetFilter", bind<get_filter>, {&kConfigGetFilter}},
          {"configSetFilter", bind<set_filter>, {&kConfigSetFilter}}};
}

}  // namespace rras::api::mprapi
