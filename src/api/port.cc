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
  if (expected.user_name && user_name_of(port) != *expected.user_name) return false;
  if (expected.logon_domain && logon_domain_of(port) != *expected.logon_domain) return false;
  if (expected.computer && computer_of(port) != *expected.computer) return false;
  // rassapi has no counts, but another session has a later start.
  return !expected.session_start || session_start_of(port) <= *expected.session_start;
}

}  // namespace rras::api
