// The server: whether its service runs, what it is, how many ports it has by tunnel protocol.
#include "api/mprapi/mpr_server.h"
#include "api/mprapi/unknown_level.h"
#include "records/answer_record.h"
#include "records/server_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BOOL;
using abi::BYTE;
using abi::DWORD;

}  // namespace

Outcome MprServer::is_service_running(records::Tables& answer) {
  const auto& function = functions_.is_service_running;
  if (!function.exported()) return function.lacking();
  // FALSE means without access, too.
  answer.add(records::kTruth, records::Truth{function.call(pointer_to(name_)) != 0});
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

Outcome MprServer::is_service_initialized(records::Tables& answer) {
  BOOL initialized = 0;
  Outcome outcome = ask(functions_.is_service_initialized, pointer_to(name_), &initialized);
  if (outcome.succeeded()) answer.add(records::kTruth, records::Truth{initialized != 0});
  return outcome;
}

Outcome MprServer::get_info(records::Tables& answer) {
  const auto& function = functions_.server_get_info;
  auto server0 = buffer<mpr::MPR_SERVER_0>();
  Outcome outcome = read(server0, function, handle_, DWORD{0});
  if (!outcome.succeeded()) return outcome;
  DWORD level = info_level_;
  // True when something older is to be asked for.
  auto is_too_new = [&](const Outcome& told) {
    const LevelAnswer answered = judge(Levels::server, told);
    if (answered == LevelAnswer::other) return false;
    if (answered == LevelAnswer::unknown) info_level_ = level - 1;
    --level;
    return true;
  };
  if (level == 2) {
    auto server2 = buffer<mpr::MPR_SERVER_2>();
    Outcome best = read(server2, function, handle_, level);
    if (best.succeeded()) answer.add(records::kServer2, *server2.get());
    if (!best.succeeded() && !is_too_new(best)) return best;
  }
  if (level == 1) {
    auto server1 = buffer<mpr::MPR_SERVER_1>();
    Outcome best = read(server1, function, handle_, level);
    if (best.succeeded()) answer.add(records::kServer1, *server1.get());
    if (!best.succeeded() && !is_too_new(best)) return best;
  }
  answer.add(records::kServer0, *server0.get());
  return outcome;
}

Outcome MprServer::set_info(const PortCounts& counts) {
  if (!counts.sstp) {
    mpr::MPR_SERVER_1 server{counts.pptp.count, counts.pptp.flags, counts.l2tp.count,
                             counts.l2tp.flags};
    return ask(functions_.server_set_info, handle_, DWORD{1}, reinterpret_cast<BYTE*>(&server));
  }
  mpr::MPR_SERVER_2 server{counts.pptp.count, counts.pptp.flags,  counts.l2tp.count,
                           counts.l2tp.flags, counts.sstp->count, counts.sstp->flags};
  return ask(functions_.server_set_info, handle_, DWORD{2}, reinterpret_cast<BYTE*>(&server));
}

}  // namespace rras::api::mprapi
