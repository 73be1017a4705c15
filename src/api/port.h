// How a caller names a port, and the condition that the port must meet before an action.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "abi/windows_types.h"
#include "records/port_record.h"

namespace rras::api {

using records::Port;

// How a caller names one port: mprapi and nt4 take the handle, rassapi the name.
struct PortTarget {
  std::uint64_t handle = 0;
  std::u16string name;
};

// The port that the caller expects. Ids are reused, and the API cannot compare and disconnect in
// one call, so the port is read again right before the action: it must not disconnect another
// person.
struct Expectation {
  std::u16string name;
  bool snapshot = false;  // whether more than the name is compared
  std::optional<std::uint64_t> connection;
  std::optional<abi::DWORD> condition;
  std::optional<abi::DWORD> total_calls;
  std::optional<abi::DWORD> connect_duration;
  std::optional<std::u16string> user_name;
  std::optional<std::u16string> logon_domain;
  std::optional<std::u16string> computer;
  std::optional<abi::DWORD> session_start;
};

bool is_in_use(abi::DWORD condition);

// For two ports with the same handle (in rassapi, the same name): whether they carry the same
// session, by the rule in lib/sessions/same_session.ts.
bool meets(const Port& port, const Expectation& expected);

}  // namespace rras::api
