// What a connection must still be before it is touched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "abi/windows_types.h"

namespace rras::api {

// What tells one connection from another, as read now.
struct ConnectionIdentity {
  std::optional<abi::GUID> guid;  // servers before Windows 2000 have none
  std::u16string user_name;
  std::u16string logon_domain;
  std::u16string computer;
  abi::DWORD connect_duration = 0;
};

// What the connection must still be. Ids are reused, and the API has no compare-and-disconnect, so
// the connection is read again right before.
struct ConnectionExpectation {
  std::optional<abi::GUID> guid;
  std::optional<std::u16string> user_name;
  std::optional<std::u16string> logon_domain;
  std::optional<std::u16string> computer;
  std::optional<abi::DWORD> connect_duration;
};

// True for what lib/sessions/same_session.ts calls the same session, of two with one handle.
bool meets(const ConnectionIdentity& connection, const ConnectionExpectation& expected);

// The new end points of a tunnel: IKEv2 lets a client move (MOBIKE).
struct ConnectionUpdate {
  abi::DWORD interface_index = 0;
  std::u16string local_endpoint;
  std::u16string remote_endpoint;
};

}  // namespace rras::api
