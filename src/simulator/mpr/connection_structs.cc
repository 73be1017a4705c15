#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/mpr/connection_structs.h"

#include <algorithm>
#include <iterator>

#include "simulator/mpr/counters.h"
#include "simulator/mpr/exports.h"

namespace rras::simulator {

using namespace abi;

namespace {

// A FILETIME counts 100 nanoseconds since 1601.
constexpr std::uint64_t milliseconds_1601_to_1970 = 11'644'473'600'000;
constexpr std::uint64_t ticks_a_millisecond = 10'000;

FILETIME file_time(Clock::Time since_1970) {
  const auto milliseconds = static_cast<std::uint64_t>(since_1970.count());
  const std::uint64_t ticks = (milliseconds + milliseconds_1601_to_1970) * ticks_a_millisecond;
  return {static_cast<DWORD>(ticks), static_cast<DWORD>(ticks >> 32)};
}

FILETIME probation_end(const Server& server, const Connection& connection) {
  const auto end = server.probation_end(connection);
  return end ? file_time(*end) : FILETIME{};
}

template <typename Array>
void copy_array(const Array& from, Array& into) {
  std::copy(std::begin(from), std::end(from), std::begin(into));
}

// Level 0 and RAS_CONNECTION_EX.
template <typename Wire>
void write_caller(const Server& server, const Connection& connection, Wire& into) {
  into.hConnection = handle_of(connection.handle);
  into.hInterface = handle_of(connection.interface_handle);
  into.dwConnectDuration = server.duration(connection);
  into.dwInterfaceType = connection.interface_type;
  into.dwConnectionFlags = server.flags(connection);
  copy_text(into.wszInterfaceName, connection.interface_name);
  copy_text(into.wszUserName, connection.user);
  copy_text(into.wszLogonDomain, connection.domain);
  copy_text(into.wszRemoteComputer, connection.computer);
}

// Level 1 and RAS_CONNECTION_EX.
template <typename Wire>
void write_statistics(const Server& server, const Connection& connection, Wire& into) {
  write_counters(server, connection, into);
  into.dwCompressionRatioIn = connection.compression_ratio_in;
  into.dwCompressionRatioOut = connection.compression_ratio_out;
}

// Levels 2 and 3.
template <typename Wire>
void write_identity(const Connection& connection, Wire& into) {
  into.hConnection = handle_of(connection.handle);
  copy_text(into.wszUserName, connection.user);
  into.dwInterfaceType = connection.interface_type;
  into.guid = connection.guid;
}

// The fields of the addresses are the same for PPP and IKEv2.
template <typename Wire>
void write_addresses(const Projection& projection, Wire& into) {
  into.dwIPv4NegotiationError = projection.ip.dwError;
  copy_array(projection.ip.wszAddress, into.wszAddress);
  copy_array(projection.ip.wszRemoteAddress, into.wszRemoteAddress);
  into.IPv4SubInterfaceIndex = projection.ipv4_sub_interface;
  into.dwIPv6NegotiationError = projection.ipv6.dwError;
  copy_array(projection.ipv6.bInterfaceIdentifier, into.bInterfaceIdentifier);
  copy_array(projection.ipv6.bRemoteInterfaceIdentifier, into.bRemoteInterfaceIdentifier);
  copy_array(projection.ipv6.bPrefix, into.bPrefix);
  into.dwPrefixLength = projection.ipv6.dwPrefixLength;
  into.IPv6SubInterfaceIndex = projection.ipv6_sub_interface;
}

void write_projection(const Projection& projection, mpr::PPP_PROJECTION_INFO& into) {
  write_addresses(projection, into);
  into.dwIPv4Options = projection.ip.dwOptions;
  into.dwIPv4RemoteOptions = projection.ip.dwRemoteOptions;
  const mpr::PPP_LCP_INFO& lcp = projection.lcp;
  into.dwLcpError = lcp.dwError;
  into.dwAuthenticationProtocol = lcp.dwAuthenticationProtocol;
  into.dwAuthenticationData = lcp.dwAuthenticationData;
  into.dwRemoteAuthenticationProtocol = lcp.dwRemoteAuthenticationProtocol;
  into.dwRemoteAuthenticationData = lcp.dwRemoteAuthenticationData;
  into.dwLcpTerminateReason = lcp.dwTerminateReason;
  into.dwLcpRemoteTerminateReason = lcp.dwRemoteTerminateReason;
  into.dwLcpOptions = lcp.dwOptions;
  into.dwLcpRemoteOptions = lcp.dwRemoteOptions;
  into.dwEapTypeId = lcp.dwEapTypeId;
  into.dwRemoteEapTypeId = lcp.dwRemoteEapTypeId;
  const mpr::PPP_CCP_INFO& ccp = projection.ccp;
  into.dwCcpError = ccp.dwError;
  into.dwCompressionAlgorithm = ccp.dwCompressionAlgorithm;
  into.dwCcpOptions = ccp.dwOptions;
  into.dwRemoteCompressionAlgorithm = ccp.dwRemoteCompressionAlgorithm;
  into.dwCcpRemoteOptions = ccp.dwRemoteOptions;
}

void write_projection(const Projection& projection, mpr::IKEV2_PROJECTION_INFO& into) {
  write_addresses(projection, into);
  into.dwOptions = projection.ikev2_options;
  into.dwAuthenticationProtocol = projection.ikev2_authentication_protocol;
  into.dwEapTypeId = projection.ikev2_eap_type;
  into.dwCompressionAlgorithm = projection.ikev2_compression_algorithm;
  into.dwEncryptionMethod = projection.ikev2_encryption_method;
}

}  // namespace

void write_connection(const Server& server, const Connection& connection,
                      mpr::RAS_CONNECTION_0& into) {
  write_caller(server, connection, into);
}

void write_connection(const Server& server, const Connection& connection,
                      mpr::RAS_CONNECTION_1& into) {
  const Projection& projection = connection.projection;
  into.hConnection = handle_of(connection.handle);
  into.hInterface = handle_of(connection.interface_handle);
  into.PppInfo.nbf = projection.nbf;
  into.PppInfo.ip.dwError = projection.ip.dwError;
  copy_array(projection.ip.wszAddress, into.PppInfo.ip.wszAddress);
  copy_array(projection.ip.wszRemoteAddress, into.PppInfo.ip.wszRemoteAddress);
  into.PppInfo.ipx = projection.ipx;
  into.PppInfo.at = projection.at;
  write_statistics(server, connection, into);
}

void write_connection(const Server&, const Connection& connection, mpr::RAS_CONNECTION_2& into) {
  const Projection& projection = connection.projection;
  write_identity(connection, into);
  into.PppInfo2 = {projection.nbf, projection.ip,  projection.ipx,
                   projection.at,  projection.ccp, projection.lcp};
}

void write_connection(const Server& server, const Connection& connection,
                      mpr::RAS_CONNECTION_3& into) {
  const Projection& projection = connection.projection;
  // The size stays 0, as the text of MS-RRASM says.
  into.dwVersion = 1;
  write_identity(connection, into);
  into.PppInfo3 = {projection.nbf, projection.ip, projection.ipv6, projection.ccp, projection.lcp};
  into.rasQuarState = connection.quarantine;
  into.timer = probation_end(server, connection);
}

void write_connection(const Server& server, const Connection& connection,
                      mpr::RAS_CONNECTION_EX& into) {
  into.Header = {mpr::MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1,
                 mpr::MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT, sizeof into};
  write_caller(server, connection, into);
  into.guid = connection.guid;
  into.rasQuarState = connection.quarantine;
  into.probationTime = probation_end(server, connection);
  write_statistics(server, connection, into);
  into.dwNumSwitchOvers = connection.switch_overs;
  copy_text(into.wszRemoteEndpointAddress, connection.remote_endpoint);
  copy_text(into.wszLocalEndpointAddress, connection.local_endpoint);
  mpr::PROJECTION_INFO& info = into.ProjectionInfo;
  if (connection.protocol == Protocol::ikev2) {
    info.projectionInfoType = mpr::MPRAPI_IKEV2_PROJECTION_INFO_TYPE;
    write_projection(connection.projection, info.Ikev2ProjectionInfo);
  } else {
    info.projectionInfoType = mpr::MPRAPI_PPP_PROJECTION_INFO_TYPE;
    write_projection(connection.projection, info.PppProjectionInfo);
  }
}

}  // namespace rras::simulator

#endif
