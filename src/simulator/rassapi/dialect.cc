#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include "simulator/dialect.h"

#include <type_traits>

#include "abi/rassapi.h"

namespace rras::simulator {

using namespace abi;

const Dialect& dialect() {
  using Wire = rassapi::RAS_PORT_0;
  static const Dialect rassapi = [&] {
    Quirks quirks;
    quirks.disconnect_idle_port = status::NERR_UserNotFound;
    quirks.call_when_stopped = status::ERROR_BAD_NETPATH;
    quirks.server_name_form = NameForm::backslashes;
    quirks.invalid_privilege = status::ERROR_INVALID_DATA;
    return Dialect{
        "rassapi",
        false,
        Generation::nt4,
        rassapi::RAS_PORT_NON_OPERATIONAL,
        status::ERROR_BAD_NETPATH,
        {std::extent_v<decltype(Wire::wszPortName)>, std::extent_v<decltype(Wire::wszMediaName)>,
         std::extent_v<decltype(Wire::wszDeviceName)>, std::extent_v<decltype(Wire::wszDeviceType)>,
         std::extent_v<decltype(Wire::wszUserName)>, std::extent_v<decltype(Wire::wszComputer)>,
         std::extent_v<decltype(Wire::wszLogonDomain)>},
        quirks,
    };
  }();
  return rassapi;
}

}  // namespace rras::simulator

#endif
