// Connections as the model holds them, whatever the dialect.
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

// What was negotiated. Plain numbers and texts that nothing in the model depends on, so they are
// held as the API shows them.
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

// What a scene can tell of a connection, and tell anew while it lasts.
struct ConnectionDetails {
  Text user;
  Text computer;
  Text domain;
  Text interface_name;
  std::uint64_t interface_handle = 0;
  std::uint32_t interface_type = abi::mpr::ROUTER_IF_TYPE_CLIENT;
  abi::GUID guid{};
  bool messenger = false;
  // Bits of dwConnectionFlags that the model does not set by itself.
  std::uint32_t more_flags = 0;
  // The ends of the tunnel.
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
  // Its ports: more than one in a multilink connection.
  std::vector<Port*> links;
  Counters counters;
  // The last messages that an administrator sent to the user.
  std::vector<Text> messages;

  // The client is out of reach, and the connection is kept for it.
  bool dormant = false;
  std::uint32_t switch_overs = 0;
  abi::DWORD quarantine = abi::mpr::RAS_QUAR_STATE_NORMAL;
  // Rises with each change of the state: an end of probation that was planned before is void.
  std::uint32_t quarantine_stage = 0;
  // By the calendar, since 1970, as seen at `stepped_at_probation` of the clock.
  std::optional<Clock::Time> probation_ends;
  Clock::Time stepped_at_probation{0};

  // False until the user is authenticated; the API does not show the connection before.
  bool established = false;
  Clock::Time callback{0};
  Clock::Time started{0};
  // The calendar's time when it started, as seen at `stepped_then` of the clock.
  Clock::Time wall_started{0};
  Clock::Time stepped_then{0};
};

// Shows everything that a scene can tell of a connection to `visit(name, value)`, under the names
// that lib/simulator/connection_details.ts has for them.
template <typename D, typename Visitor>
void visit_details(D& details, Visitor&& visit) {
  visit("user", details.user);
  visit("computer", details.computer);
  visit("domain", details.domain);
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
