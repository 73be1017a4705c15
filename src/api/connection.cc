#include "api/connection.h"

#include <cstring>

namespace rras::api {

namespace {

bool is_same(const abi::GUID& one, const abi::GUID& other) {
  return std::memcmp(&one, &other, sizeof one) == 0;
}

bool is_known(const std::optional<abi::GUID>& guid) {
  return guid && !is_same(*guid, abi::GUID{});
}

}  // namespace

bool meets(const ConnectionIdentity& connection, const ConnectionExpectation& expected) {
  if (expected.user_name && connection.user_name != *expected.user_name) return false;
  if (expected.logon_domain && connection.logon_domain != *expected.logon_domain) return false;
  // Each connection has a GUID of its own, so the GUID decides if it is known.
  if (is_known(expected.guid) && is_known(connection.guid)) {
    return is_same(*connection.guid, *expected.guid);
  }
  if (expected.computer && connection.computer != *expected.computer) return false;
  // Otherwise the duration shows a new connection of the same user: it only grows within one.
  return !expected.connect_duration || connection.connect_duration >= *expected.connect_duration;
}

}  // namespace rras::api
