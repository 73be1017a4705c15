// Connections in the model, the same for every dialect.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "abi/mprapi/connections.h"
#include "abi/windows_types.h"
#include "simulator/clock.h"
#include "simulator/counters.h"
#include "simulator/roster.h"
#include "simulator/text.h"

namespace rras::simulator {

struct Port;

enum class Protocol : std::uint8_t { ppp, ikev2 };

// The result of the negotiation. The model does not use these values, so they are stored in the
// form that the API returns.
struct Projection {
  abi::mpr::PPP_NBFCP_INFO nbf{};
  abi::mpr::PPP_IPCP_INFO2 ip{};
  abi::mpr::PPP_IPXCP_INFO ipx{};
  abi::mpr::PPP_ATCP_INFO at{};
  abi::mpr::PPP_IPV6_CP_INFO ipv6{};
  abi::mpr::PPP_CCP_INFO ccp{};
  abi::mpr::PPP_LCP_INFO lcp{};
  std::uint64_t ipv4_sub_interface = 0;
  std::uint64_t ipv6_sub_interface = 0;
  std::uint32_t ikev2_options = 0;
  std::uint32_t ikev2_authentication_protocol = 0;
  std::uint32_t ikev2_eap_type = 0;
  std::uint32_t ikev2_compression_algorithm = 0;
  std::uint32_t ikev2_encryption_method = 0;
};

// The properties that a test can set when it makes a connection, and change while it lasts.
struct ConnectionDetails {
  Text user;
  Text computer;
  Text domain;
  Text interface_name;
  std::uint64_t interface_handle = 0;
  std::uint32_t interface_type = abi::mpr::ROUTER_IF_TYPE_CLIENT;
  abi::GUID guid{};
  bool messenger = false;
  // Bits of dwConnectionFlags other than those that the model sets itself.
  std::uint32_t more_flags = 0;
  // The end points of the tunnel.
  Text local_endpoint;
  Text remote_endpoint;
  std::uint32_t compression_ratio_in = 0;
  std::uint32_t compression_ratio_out = 0;
  Projection projection;
};

struct Connection : ConnectionDetails {
  Ordinal ordinal = 0;
  std::uint64_t handle = 0;
  Protocol protocol = Protocol::ppp;
  // The ports of the connection; a multilink connection has several.
  std::vector<Port*> links;
  Counters counters;
  // The latest messages from an administrator to the user.
  std::vector<Text> messages;

  // The client cannot be reached; the server keeps the connection for it.
  bool dormant = false;
  std::uint32_t switch_overs = 0;
  abi::DWORD quarantine = abi::mpr::RAS_QUAR_STATE_NORMAL;
  // Grows with each change of the state. A planned end of probation with an older stage is void.
  std::uint32_t quarantine_stage = 0;
  // Calendar time since 1970, valid when the clock's `stepped()` was `stepped_at_probation`.
  std::optional<Clock::Time> probation_ends;
  Clock::Time stepped_at_probation{0};

  // False until the user is authenticated. The API does not list the connection before that.
  bool established = false;
  Clock::Time callback{0};
  Clock::Time started{0};
  // Calendar time of the start, valid when the clock's `stepped()` was `stepped_then`.
  Clock::Time wall_started{0};
  Clock::Time stepped_then{0};
};

// Calls `visit(name, value)` for each detail, with the names that
// lib/simulator/connection_details.ts uses.
template <typename D, typename Visitor>
void visit_details(D& details, Visitor&& visit) {
  visit("userName", details.user);
  visit("computer", details.computer);
  visit("logonDomain", details.domain);
  visit("interfaceName", details.interface_name);
  visit("interface", details.interface_handle);
  visit("interfaceType", details.interface_type);
  visit("guid", details.guid);
  visit("messenger", details.messenger);
  visit("moreFlags", details.more_flags);
  visit("localEndpoint", details.local_endpoint);
  visit("remoteEndpoint", details.remote_endpoint);
  visit("compressionRatioIn", details.compression_ratio_in);
  visit("compressionRatioOut", details.compression_ratio_out);

  auto& projection = details.projection;
  visit("nbfError", projection.nbf.dwError);
  visit("nbfComputer", projection.nbf.wszWksta);
  visit("ipError", projection.ip.dwError);
  visit("localAddress", projection.ip.wszAddress);
  visit("remoteAddress", projection.ip.wszRemoteAddress);
  visit("ipOptions", projection.ip.dwOptions);
  visit("ipRemoteOptions", projection.ip.dwRemoteOptions);
  visit("ipxError", projection.ipx.dwError);
  visit("ipxAddress", projection.ipx.wszAddress);
  visit("atError", projection.at.dwError);
  visit("atAddress", projection.at.wszAddress);
  visit("ipv6Error", projection.ipv6.dwError);
  visit("ipv6Identifier", projection.ipv6.bInterfaceIdentifier);
  visit("ipv6RemoteIdentifier", projection.ipv6.bRemoteInterfaceIdentifier);
  visit("ipv6Options", projection.ipv6.dwOptions);
  visit("ipv6RemoteOptions", projection.ipv6.dwRemoteOptions);
  visit("ipv6Prefix", projection.ipv6.bPrefix);
  visit("ipv6PrefixLength", projection.ipv6.dwPrefixLength);
  visit("ipv4SubInterface", projection.ipv4_sub_interface);
  visit("ipv6SubInterface", projection.ipv6_sub_interface);
  visit("ccpError", projection.ccp.dwError);
  visit("ccpAlgorithm", projection.ccp.dwCompressionAlgorithm);
  visit("ccpOptions", projection.ccp.dwOptions);
  visit("ccpRemoteAlgorithm", projection.ccp.dwRemoteCompressionAlgorithm);
  visit("ccpRemoteOptions", projection.ccp.dwRemoteOptions);
  visit("lcpError", projection.lcp.dwError);
  visit("authenticationProtocol", projection.lcp.dwAuthenticationProtocol);
  visit("authenticationData", projection.lcp.dwAuthenticationData);
  visit("remoteAuthenticationProtocol", projection.lcp.dwRemoteAuthenticationProtocol);
  visit("remoteAuthenticationData", projection.lcp.dwRemoteAuthenticationData);
  visit("terminateReason", projection.lcp.dwTerminateReason);
  visit("remoteTerminateReason", projection.lcp.dwRemoteTerminateReason);
  visit("lcpOptions", projection.lcp.dwOptions);
  visit("lcpRemoteOptions", projection.lcp.dwRemoteOptions);
  visit("eapType", projection.lcp.dwEapTypeId);
  visit("remoteEapType", projection.lcp.dwRemoteEapTypeId);
  visit("ikev2Options", projection.ikev2_options);
  visit("ikev2AuthenticationProtocol", projection.ikev2_authentication_protocol);
  visit("ikev2EapType", projection.ikev2_eap_type);
  visit("ikev2CompressionAlgorithm", projection.ikev2_compression_algorithm);
  visit("ikev2EncryptionMethod", projection.ikev2_encryption_method);
}

}  // namespace rras::simulator
