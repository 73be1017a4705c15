#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/dialect.h"

#include <type_traits>

#include "abi/mprapi.h"

namespace rras::simulator {

using namespace abi;

const Dialect& dialect() {
  using Wire = mpr::RAS_PORT_0;
  static const Dialect mpr = {
#if defined(RRAS_SIMULATOR_DIALECT_NT4)
    "nt4",
    true,
    Generation::nt4,
#else
    "mprapi",
    true,
    Generation::windows_2016,
#endif
    mpr::RAS_PORT_NON_OPERATIONAL,
    status::RPC_S_SERVER_UNAVAILABLE,
    // The last three are from RAS_CONNECTION_0: UNLEN, NETBIOS_NAME_LEN and DNLEN, each plus one.
    {std::extent_v<decltype(Wire::wszPortName)>, std::extent_v<decltype(Wire::wszMediaName)>,
     std::extent_v<decltype(Wire::wszDeviceName)>, std::extent_v<decltype(Wire::wszDeviceType)>,
     257, 17, 16},
    Quirks{},
  };
  return mpr;
}

}  // namespace rras::simulator

#endif
