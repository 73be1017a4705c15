#include "api/connection.h"

#include <cstring>

namespace rras::api {

namespace {

bool is_same(const abi::GUID& one, const abi::GUID& other) {
  return std::memcmp(&one, &other, sizeof one) == 0;
}

}  // namespace

bool meets(const ConnectionIdentity& connection, const ConnectionExpectation& expected) {
  if (expected.user_name && connection.user_name != *expected.user_name) return false;
  if (expected.logon_domain && connection.logon_domain != *expected.logon_domain) return false;
  // Each connection has a GUID of its own, so it decides where there is one.
  if (expected.guid && connection.guid) return is_same(*connection.guid, *expected.guid);
  // Else the same user may have dialled anew: within one connection the duration only grows.
  return !expected.connect_duration || connection.connect_duration >= *expected.connect_duration;
}

}  // namespace rras::api
