// A connection from MprAdminConnectionEnumEx. PPP and IKEv2 share a union: fields that only the
// other protocol has are 0 or empty.
#pragma once

#include "abi/mprapi.h"
#include "records/counters.h"

namespace rras::records {

namespace projection {

using abi::mpr::IKEV2_PROJECTION_INFO;
using abi::mpr::PPP_PROJECTION_INFO;
using abi::mpr::PROJECTION_INFO;

inline const PPP_PROJECTION_INFO& ppp_of(const PROJECTION_INFO& info) {
  static constexpr PPP_PROJECTION_INFO kNone{};
  bool there = info.projectionInfoType == abi::mpr::MPRAPI_PPP_PROJECTION_INFO_TYPE;
  return there ? info.PppProjectionInfo : kNone;
}

inline const IKEV2_PROJECTION_INFO& ikev2_of(const PROJECTION_INFO& info) {
  static constexpr IKEV2_PROJECTION_INFO kNone{};
  bool there = info.projectionInfoType == abi::mpr::MPRAPI_IKEV2_PROJECTION_INFO_TYPE;
  return there ? info.Ikev2ProjectionInfo : kNone;
}

// A field that both protocols have under the same name, at different places.
template <typename Member>
struct Either {
  Member PPP_PROJECTION_INFO::*of_ppp;
  Member IKEV2_PROJECTION_INFO::*of_ikev2;

  const Member& operator()(const PROJECTION_INFO& info) const {
    if (info.projectionInfoType == abi::mpr::MPRAPI_IKEV2_PROJECTION_INFO_TYPE) {
      return ikev2_of(info).*of_ikev2;
    }
    return ppp_of(info).*of_ppp;
  }
};

template <typename Member>
constexpr Either<Member> either(Member PPP_PROJECTION_INFO::*of_ppp,
                                Member IKEV2_PROJECTION_INFO::*of_ikev2) {
  return {of_ppp, of_ikev2};
}

using Ppp = PPP_PROJECTION_INFO;
using Ike = IKEV2_PROJECTION_INFO;

inline constexpr auto kColumns = group(
    u32("projectionType", &PROJECTION_INFO::projectionInfoType),
    u32("ipError", either(&Ppp::dwIPv4NegotiationError, &Ike::dwIPv4NegotiationError)),
    // The server's ends are the same on nearly all of its connections.
    repeated("ipAddress", either(&Ppp::wszAddress, &Ike::wszAddress)),
    text("ipRemoteAddress", either(&Ppp::wszRemoteAddress, &Ike::wszRemoteAddress)),
    part(ppp_of, group(u32("ipOptions", &Ppp::dwIPv4Options),
                       u32("ipRemoteOptions", &Ppp::dwIPv4RemoteOptions))),
    u64("ipv4SubInterface", either(&Ppp::IPv4SubInterfaceIndex, &Ike::IPv4SubInterfaceIndex)),
    u32("ipv6Error", either(&Ppp::dwIPv6NegotiationError, &Ike::dwIPv6NegotiationError)),
    bytes8("ipv6Identifier", either(&Ppp::bInterfaceIdentifier, &Ike::bInterfaceIdentifier)),
    bytes8("ipv6RemoteIdentifier",
           either(&Ppp::bRemoteInterfaceIdentifier, &Ike::bRemoteInterfaceIdentifier)),
    bytes8("ipv6Prefix", either(&Ppp::bPrefix, &Ike::bPrefix)),
    u32("ipv6PrefixLength", either(&Ppp::dwPrefixLength, &Ike::dwPrefixLength)),
    u64("ipv6SubInterface", either(&Ppp::IPv6SubInterfaceIndex, &Ike::IPv6SubInterfaceIndex)),
    part(ppp_of,
         group(u32("lcpError", &Ppp::dwLcpError),
               u32("authenticationProtocol", &Ppp::dwAuthenticationProtocol),
               u32("authenticationData", &Ppp::dwAuthenticationData),
               u32("remoteAuthenticationProtocol", &Ppp::dwRemoteAuthenticationProtocol),
               u32("remoteAuthenticationData", &Ppp::dwRemoteAuthenticationData),
               u32("terminateReason", &Ppp::dwLcpTerminateReason),
               u32("remoteTerminateReason", &Ppp::dwLcpRemoteTerminateReason),
               u32("lcpOptions", &Ppp::dwLcpOptions),
               u32("lcpRemoteOptions", &Ppp::dwLcpRemoteOptions), u32("eapType", &Ppp::dwEapTypeId),
               u32("remoteEapType", &Ppp::dwRemoteEapTypeId), u32("ccpError", &Ppp::dwCcpError),
               u32("ccpAlgorithm", &Ppp::dwCompressionAlgorithm),
               u32("ccpOptions", &Ppp::dwCcpOptions),
               u32("ccpRemoteAlgorithm", &Ppp::dwRemoteCompressionAlgorithm),
               u32("ccpRemoteOptions", &Ppp::dwCcpRemoteOptions))),
    part(ikev2_of, group(u32("ikev2Options", &Ike::dwOptions),
                         u32("ikev2AuthenticationProtocol", &Ike::dwAuthenticationProtocol),
                         u32("ikev2EapType", &Ike::dwEapTypeId),
                         u32("ikev2CompressionAlgorithm", &Ike::dwCompressionAlgorithm),
                         u32("ikev2EncryptionMethod", &Ike::dwEncryptionMethod))));

}  // namespace projection

inline constexpr auto kConnectionEx =
    record("connectionEx", id("connection", &abi::mpr::RAS_CONNECTION_EX::hConnection),
           id("interface", &abi::mpr::RAS_CONNECTION_EX::hInterface),
           u32("connectDuration", &abi::mpr::RAS_CONNECTION_EX::dwConnectDuration),
           u32("interfaceType", &abi::mpr::RAS_CONNECTION_EX::dwInterfaceType),
           u32("flags", &abi::mpr::RAS_CONNECTION_EX::dwConnectionFlags),
           repeated("interfaceName", &abi::mpr::RAS_CONNECTION_EX::wszInterfaceName),
           text("userName", &abi::mpr::RAS_CONNECTION_EX::wszUserName),
           repeated("logonDomain", &abi::mpr::RAS_CONNECTION_EX::wszLogonDomain),
           text("computer", &abi::mpr::RAS_CONNECTION_EX::wszRemoteComputer),
           guid("guid", &abi::mpr::RAS_CONNECTION_EX::guid),
           u32("quarantine", &abi::mpr::RAS_CONNECTION_EX::rasQuarState),
           u64("probationEnds", &abi::mpr::RAS_CONNECTION_EX::probationTime),
           counters<abi::mpr::RAS_CONNECTION_EX>(),
           u32("switchOvers", &abi::mpr::RAS_CONNECTION_EX::dwNumSwitchOvers),
           text("remoteEndpoint", &abi::mpr::RAS_CONNECTION_EX::wszRemoteEndpointAddress),
           repeated("localEndpoint", &abi::mpr::RAS_CONNECTION_EX::wszLocalEndpointAddress),
           part(&abi::mpr::RAS_CONNECTION_EX::ProjectionInfo, projection::kColumns));

}  // namespace rras::records
