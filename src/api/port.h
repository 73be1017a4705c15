// How a caller names a port, and what the port must still be before it is touched.
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

// What the port must still be. The API has no compare-and-disconnect, and ids are reused, so the
// port is read again right before it is disconnected: the wrong person must never be hit.
struct Expectation {
  std::u16string name;
  bool snapshot = false;  // with the rest, not the name alone
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

// True for what lib/sessions/same_session.ts calls the same session, of two ports with one handle
// or, in rassapi, one name.
bool meets(const Port& port, const Expectation& expected);

}  // namespace rras::api
