// The server: whether its service runs, what it is, how many ports it has by tunnel protocol.
#include "api/mprapi/mpr_server.h"
#include "records/answer_record.h"
#include "records/server_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BOOL;
using abi::BYTE;
using abi::DWORD;

// What an older server says to a level that it does not know is documented nowhere: these are what
// the family's other functions say, and RPC. 87 can mean nothing else, for the pointer is none.
bool is_unknown_level(const Outcome& outcome) {
  if (outcome.verdict != Verdict::answered) return false;
  switch (outcome.status) {
    case abi::status::ERROR_NOT_SUPPORTED:
    case abi::status::ERROR_INVALID_PARAMETER:
    case abi::status::ERROR_INVALID_LEVEL:
    case abi::status::ERROR_PROC_NOT_FOUND:
    case abi::status::RPC_S_PROCNUM_OUT_OF_RANGE:
      return true;
    default:
      return false;
  }
}

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
  if (info_level_ == 2) {
    auto server2 = buffer<mpr::MPR_SERVER_2>();
    Outcome best = read(server2, function, handle_, DWORD{2});
    if (best.succeeded()) answer.add(records::kServer2, *server2.get());
    if (is_unknown_level(best)) {
      info_level_ = 1;
    } else if (!best.succeeded()) {
      return best;
    }
  }
  if (info_level_ == 1) {
    auto server1 = buffer<mpr::MPR_SERVER_1>();
    Outcome best = read(server1, function, handle_, DWORD{1});
    if (best.succeeded()) answer.add(records::kServer1, *server1.get());
    if (is_unknown_level(best)) {
      info_level_ = 0;
    } else if (!best.succeeded()) {
      return best;
    }
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
