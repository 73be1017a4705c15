// The result of the PPP negotiation, protocol by protocol. The levels of a connection have these
// structs in different combinations.
#pragma once

#include "abi/mprapi.h"
#include "records/record.h"

namespace rras::records {

inline constexpr auto kNbf = group(u32("nbfError", &abi::mpr::PPP_NBFCP_INFO::dwError),
                                   text("nbfComputer", &abi::mpr::PPP_NBFCP_INFO::wszWksta));

template <typename Struct>
constexpr auto ip() {
  // The server's address is the same on nearly all of its connections.
  return group(u32("ipError", &Struct::dwError), repeated("ipAddress", &Struct::wszAddress),
               text("ipRemoteAddress", &Struct::wszRemoteAddress));
}

inline constexpr auto kIp = ip<abi::mpr::PPP_IPCP_INFO>();

inline constexpr auto kIpWithOptions =
    group(ip<abi::mpr::PPP_IPCP_INFO2>(), u32("ipOptions", &abi::mpr::PPP_IPCP_INFO2::dwOptions),
          u32("ipRemoteOptions", &abi::mpr::PPP_IPCP_INFO2::dwRemoteOptions));

inline constexpr auto kIpx = group(u32("ipxError", &abi::mpr::PPP_IPXCP_INFO::dwError),
                                   text("ipxAddress", &abi::mpr::PPP_IPXCP_INFO::wszAddress));

inline constexpr auto kAt = group(u32("atError", &abi::mpr::PPP_ATCP_INFO::dwError),
                                  text("atAddress", &abi::mpr::PPP_ATCP_INFO::wszAddress));

inline constexpr auto kIpv6 =
    group(u32("ipv6Error", &abi::mpr::PPP_IPV6_CP_INFO::dwError),
          bytes8("ipv6Identifier", &abi::mpr::PPP_IPV6_CP_INFO::bInterfaceIdentifier),
          bytes8("ipv6RemoteIdentifier", &abi::mpr::PPP_IPV6_CP_INFO::bRemoteInterfaceIdentifier),
          bytes8("ipv6Prefix", &abi::mpr::PPP_IPV6_CP_INFO::bPrefix),
          u32("ipv6PrefixLength", &abi::mpr::PPP_IPV6_CP_INFO::dwPrefixLength),
          u32("ipv6Options", &abi::mpr::PPP_IPV6_CP_INFO::dwOptions),
          u32("ipv6RemoteOptions", &abi::mpr::PPP_IPV6_CP_INFO::dwRemoteOptions));

inline constexpr auto kCcp =
    group(u32("ccpError", &abi::mpr::PPP_CCP_INFO::dwError),
          u32("ccpAlgorithm", &abi::mpr::PPP_CCP_INFO::dwCompressionAlgorithm),
          u32("ccpOptions", &abi::mpr::PPP_CCP_INFO::dwOptions),
          u32("ccpRemoteAlgorithm", &abi::mpr::PPP_CCP_INFO::dwRemoteCompressionAlgorithm),
          u32("ccpRemoteOptions", &abi::mpr::PPP_CCP_INFO::dwRemoteOptions));

inline constexpr auto kLcp = group(
    u32("lcpError", &abi::mpr::PPP_LCP_INFO::dwError),
    u32("authenticationProtocol", &abi::mpr::PPP_LCP_INFO::dwAuthenticationProtocol),
    u32("authenticationData", &abi::mpr::PPP_LCP_INFO::dwAuthenticationData),
    u32("remoteAuthenticationProtocol", &abi::mpr::PPP_LCP_INFO::dwRemoteAuthenticationProtocol),
    u32("remoteAuthenticationData", &abi::mpr::PPP_LCP_INFO::dwRemoteAuthenticationData),
    u32("terminateReason", &abi::mpr::PPP_LCP_INFO::dwTerminateReason),
    u32("remoteTerminateReason", &abi::mpr::PPP_LCP_INFO::dwRemoteTerminateReason),
    u32("lcpOptions", &abi::mpr::PPP_LCP_INFO::dwOptions),
    u32("lcpRemoteOptions", &abi::mpr::PPP_LCP_INFO::dwRemoteOptions),
    u32("eapType", &abi::mpr::PPP_LCP_INFO::dwEapTypeId),
    u32("remoteEapType", &abi::mpr::PPP_LCP_INFO::dwRemoteEapTypeId));

}  // namespace rras::records
