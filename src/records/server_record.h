// The information of a server, level by level, and the smaller struct of NT 4.
#pragma once

#include "abi/mprapi.h"
#include "abi/rassapi.h"
#include "records/record.h"

namespace rras::records {

inline std::uint32_t is_lan_only(const abi::mpr::MPR_SERVER_0& server) {
  return server.fLanOnlyMode != 0 ? 1 : 0;
}

inline constexpr auto kServer0 =
    record("server0", u32("lanOnly", is_lan_only), u32("upTime", &abi::mpr::MPR_SERVER_0::dwUpTime),
           u32("totalPorts", &abi::mpr::MPR_SERVER_0::dwTotalPorts),
           u32("portsInUse", &abi::mpr::MPR_SERVER_0::dwPortsInUse));

// Level 2 begins with the fields of level 1.
template <typename Struct>
constexpr auto dial_in_ports() {
  return group(
      u32("pptpPorts", &Struct::dwNumPptpPorts), u32("pptpFlags", &Struct::dwPptpPortFlags),
      u32("l2tpPorts", &Struct::dwNumL2tpPorts), u32("l2tpFlags", &Struct::dwL2tpPortFlags));
}

inline constexpr auto kServer1 = record("server1", dial_in_ports<abi::mpr::MPR_SERVER_1>());

inline constexpr auto kServer2 = record("server2", dial_in_ports<abi::mpr::MPR_SERVER_2>(),
                                        u32("sstpPorts", &abi::mpr::MPR_SERVER_2::dwNumSstpPorts),
                                        u32("sstpFlags", &abi::mpr::MPR_SERVER_2::dwSstpPortFlags));

inline constexpr auto kRassapiServer =
    record("rassapiServer", u32("totalPorts", &abi::rassapi::RAS_SERVER_0::TotalPorts),
           u32("portsInUse", &abi::rassapi::RAS_SERVER_0::PortsInUse),
           u32("rasVersion", &abi::rassapi::RAS_SERVER_0::RasVersion));

}  // namespace rras::records
