#include "api/port.h"

#include "abi/mprapi.h"

namespace rras::api {

bool is_in_use(abi::DWORD condition) {
  switch (condition) {
    case abi::mpr::RAS_PORT_CALLING_BACK:
    case abi::mpr::RAS_PORT_AUTHENTICATING:
    case abi::mpr::RAS_PORT_AUTHENTICATED:
      return true;
    default:
      return false;
  }
}

bool meets(const Port& port, const Expectation& expected) {
  if (port.name != expected.name) return false;
  if (!expected.snapshot) return true;
  if (port.connection != expected.connection) return false;
  if (expected.condition && port.condition_known &&
      is_in_use(*expected.condition) != is_in_use(port.condition)) {
    return false;
  }
  // The same connection id can mean another session. Then the port has counted a further call, or
  // the duration, which only grows within a session, has fallen.
  if (expected.total_calls && port.total_calls != *expected.total_calls) return false;
  if (expected.connect_duration && port.connect_duration < *expected.connect_duration) return false;
  if (expected.user_name && port.user_name != *expected.user_name) return false;
  if (expected.logon_domain && port.logon_domain != *expected.logon_domain) return false;
  if (expected.computer && port.computer != *expected.computer) return false;
  // rassapi has no counts, but another session has a later start.
  return !expected.session_start || port.session_start <= *expected.session_start;
}

}  // namespace rras::api
