// A connection at each of the levels 0 to 3.
#pragma once

#include "abi/mprapi.h"
#include "records/counters.h"
#include "records/ppp_groups.h"

namespace rras::records {

inline constexpr auto kConnection0 =
    record("connection0", id("connection", &abi::mpr::RAS_CONNECTION_0::hConnection),
           id("interface", &abi::mpr::RAS_CONNECTION_0::hInterface),
           u32("connectDuration", &abi::mpr::RAS_CONNECTION_0::dwConnectDuration),
           u32("interfaceType", &abi::mpr::RAS_CONNECTION_0::dwInterfaceType),
           u32("flags", &abi::mpr::RAS_CONNECTION_0::dwConnectionFlags),
           repeated("interfaceName", &abi::mpr::RAS_CONNECTION_0::wszInterfaceName),
           text("userName", &abi::mpr::RAS_CONNECTION_0::wszUserName),
           repeated("logonDomain", &abi::mpr::RAS_CONNECTION_0::wszLogonDomain),
           text("computer", &abi::mpr::RAS_CONNECTION_0::wszRemoteComputer));

inline constexpr auto kConnection1 =
    record("connection1", id("connection", &abi::mpr::RAS_CONNECTION_1::hConnection),
           id("interface", &abi::mpr::RAS_CONNECTION_1::hInterface),
           part(&abi::mpr::RAS_CONNECTION_1::PppInfo,
                group(part(&abi::mpr::PPP_INFO::nbf, kNbf), part(&abi::mpr::PPP_INFO::ip, kIp),
                      part(&abi::mpr::PPP_INFO::ipx, kIpx), part(&abi::mpr::PPP_INFO::at, kAt))),
           counters<abi::mpr::RAS_CONNECTION_1>());

inline constexpr auto kConnection2 = record(
    "connection2", id("connection", &abi::mpr::RAS_CONNECTION_2::hConnection),
    text("userName", &abi::mpr::RAS_CONNECTION_2::wszUserName),
    u32("interfaceType", &abi::mpr::RAS_CONNECTION_2::dwInterfaceType),
    guid("guid", &abi::mpr::RAS_CONNECTION_2::guid),
    part(&abi::mpr::RAS_CONNECTION_2::PppInfo2,
         group(part(&abi::mpr::PPP_INFO_2::nbf, kNbf),
               part(&abi::mpr::PPP_INFO_2::ip, kIpWithOptions),
               part(&abi::mpr::PPP_INFO_2::ipx, kIpx), part(&abi::mpr::PPP_INFO_2::at, kAt),
               part(&abi::mpr::PPP_INFO_2::ccp, kCcp), part(&abi::mpr::PPP_INFO_2::lcp, kLcp))));

// dwVersion and dwSize are not read: the specification's text and its example disagree on them.
inline constexpr auto kConnection3 = record(
    "connection3", id("connection", &abi::mpr::RAS_CONNECTION_3::hConnection),
    text("userName", &abi::mpr::RAS_CONNECTION_3::wszUserName),
    u32("interfaceType", &abi::mpr::RAS_CONNECTION_3::dwInterfaceType),
    guid("guid", &abi::mpr::RAS_CONNECTION_3::guid),
    part(&abi::mpr::RAS_CONNECTION_3::PppInfo3,
         group(part(&abi::mpr::PPP_INFO_3::ip, kIpWithOptions),
               part(&abi::mpr::PPP_INFO_3::ipv6, kIpv6), part(&abi::mpr::PPP_INFO_3::ccp, kCcp),
               part(&abi::mpr::PPP_INFO_3::lcp, kLcp))),
    u32("quarantine", &abi::mpr::RAS_CONNECTION_3::rasQuarState),
    u64("probationEnds", &abi::mpr::RAS_CONNECTION_3::timer));

// The result for one port of a connection that was to be disconnected.
struct PortStatus {
  std::uint64_t handle;
  abi::DWORD status;
};

inline constexpr auto kPortStatus =
    record("portStatus", id("handle", &PortStatus::handle), u32("status", &PortStatus::status));

}  // namespace rras::records
