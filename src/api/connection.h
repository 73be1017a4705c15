// The condition that a connection must meet before an action.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "abi/windows_types.h"

namespace rras::api {

// The fields that tell one connection from another, as read now.
struct ConnectionIdentity {
  std::optional<abi::GUID> guid;  // servers before Windows 2000 have none
  std::u16string user_name;
  std::u16string logon_domain;
  std::u16string computer;
  abi::DWORD connect_duration = 0;
};

// The connection that the caller expects. Ids are reused, and the API cannot compare and disconnect
// in one call, so the connection is read again right before the action.
struct ConnectionExpectation {
  std::optional<abi::GUID> guid;
  std::optional<std::u16string> user_name;
  std::optional<std::u16string> logon_domain;
  std::optional<std::u16string> computer;
  std::optional<abi::DWORD> connect_duration;
};

// For two connections with the same handle: whether they are the same session, by the rule in
// lib/sessions/same_session.ts.
bool meets(const ConnectionIdentity& connection, const ConnectionExpectation& expected);

// The new end points of a tunnel: IKEv2 lets a client move (MOBIKE).
struct ConnectionUpdate {
  abi::DWORD interface_index = 0;
  std::u16string local_endpoint;
  std::u16string remote_endpoint;
};

}  // namespace rras::api
