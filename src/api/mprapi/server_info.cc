// The server: the state of its service, its information, and its ports for each tunnel protocol.
#include "api/mprapi/mpr_server.h"
#include "api/mprapi/unknown_level.h"
#include "records/server_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BOOL;
using abi::BYTE;
using abi::DWORD;

constexpr FunctionOfDll<abi::mpr::IsServiceRunning> kIsServiceRunning{"MprAdminIsServiceRunning",
                                                                      "RasAdminIsServiceRunning"};
constexpr FunctionOfDll<abi::mpr::IsServiceInitialized> kIsServiceInitialized{
    "MprAdminIsServiceInitialized"};
constexpr FunctionOfDll<abi::mpr::ServerGetInfo> kServerGetInfo{"MprAdminServerGetInfo"};
constexpr FunctionOfDll<abi::mpr::ServerSetInfo> kServerSetInfo{"MprAdminServerSetInfo"};

Outcome is_service_running(MprServer& server, Answer& answer) {
  const auto& function = server.functions[kIsServiceRunning];
  if (!function.exported()) return function.lacking();
  // The function also returns FALSE if access is denied.
  answer.value = function.call(pointer_to(server.name)) != 0;
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

Outcome is_service_initialized(MprServer& server, Answer& answer) {
  BOOL initialized = 0;
  Outcome outcome =
      server.ask(server.functions[kIsServiceInitialized], pointer_to(server.name), &initialized);
  if (outcome.succeeded()) answer.value = initialized != 0;
  return outcome;
}

}  // namespace

Outcome read_info(MprSession& server, const FunctionOfDll<mpr::ServerGetInfo>& get,
                  Answer& answer) {
  const auto& function = server.functions[get];
  auto server0 = server.buffer<mpr::MPR_SERVER_0>();
  Outcome outcome = server.read(server0, function, server.handle, DWORD{0});
  if (!outcome.succeeded()) return outcome;
  DWORD level = server.info_level;
  // Whether an older level must be tried.
  auto is_too_new = [&](const Outcome& told) {
    const LevelAnswer answered = judge(Levels::server, told);
    if (answered == LevelAnswer::other) return false;
    if (answered == LevelAnswer::unknown) server.info_level = level - 1;
    --level;
    return true;
  };
  if (level == 2) {
    auto server2 = server.buffer<mpr::MPR_SERVER_2>();
    Outcome best = server.read(server2, function, server.handle, level);
    if (best.succeeded()) answer.tables.add(records::kServer2, *server2.get());
    if (!best.succeeded() && !is_too_new(best)) return best;
  }
  if (level == 1) {
    auto server1 = server.buffer<mpr::MPR_SERVER_1>();
    Outcome best = server.read(server1, function, server.handle, level);
    if (best.succeeded()) answer.tables.add(records::kServer1, *server1.get());
    if (!best.succeeded() && !is_too_new(best)) return best;
  }
  answer.tables.add(records::kServer0, *server0.get());
  return outcome;
}

Outcome write_info(MprSession& server, const FunctionOfDll<mpr::ServerSetInfo>& set,
                   const PortCounts& counts) {
  const auto& function = server.functions[set];
  if (!counts.sstp) {
    mpr::MPR_SERVER_1 info{counts.pptp.count, counts.pptp.flags, counts.l2tp.count,
                           counts.l2tp.flags};
    return server.act(function, server.handle, DWORD{1}, reinterpret_cast<BYTE*>(&info));
  }
  mpr::MPR_SERVER_2 info{counts.pptp.count, counts.pptp.flags,  counts.l2tp.count,
                         counts.l2tp.flags, counts.sstp->count, counts.sstp->flags};
  return server.act(function, server.handle, DWORD{2}, reinterpret_cast<BYTE*>(&info));
}

namespace {

Outcome get_info(MprServer& server, Answer& answer) {
  return read_info(server, kServerGetInfo, answer);
}

Outcome set_info(MprServer& server, const PortCounts& counts) {
  return write_info(server, kServerSetInfo, counts);
}

}  // namespace

std::vector<Operation> server_info_operations() {
  return {{"isServiceRunning", bind<is_service_running>, {&kIsServiceRunning}},
          {"isServiceInitialized", bind<is_service_initialized>, {&kIsServiceInitialized}},
          {"getInfo", bind<get_info>, {&kServerGetInfo}},
          {"setInfo", bind<set_info>, {&kServerSetInfo}}};
}

}  // namespace rras::api::mprapi
