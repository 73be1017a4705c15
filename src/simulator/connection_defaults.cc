#include "simulator/connection_defaults.h"

#include "abi/mprapi/ppp.h"
#include "abi/mprapi/projection.h"

namespace rras::simulator {

using namespace abi;

namespace {

// The finalizer of MurmurHash3: neighbouring numbers give unrelated results.
std::uint64_t scattered(std::uint64_t number) {
  number = (number ^ (number >> 33)) * 0xFF51AFD7ED558CCD;
  number = (number ^ (number >> 33)) * 0xC4CEB9FE1A85EC53;
  return number ^ (number >> 33);
}

// Unique to this connection: scattered() never maps two numbers to the same one.
GUID unique_guid(std::uint32_t server, Ordinal ordinal) {
  const std::uint64_t unique = scattered((std::uint64_t{server} + 1) << 32 | ordinal);
  GUID guid{};
  guid.Data1 = static_cast<DWORD>(unique >> 32);
  guid.Data2 = static_cast<WORD>(unique >> 16);
  // Marks the GUID as version 4, which is random.
  guid.Data3 = 0x4000 | (server & 0x0FFF);
  guid.Data4[0] = 0x80;
  guid.Data4[6] = static_cast<BYTE>(unique >> 8);
  guid.Data4[7] = static_cast<BYTE>(unique);
  return guid;
}

Text ipv4(std::uint32_t address) {
  return decimal(address >> 24) + u'.' + decimal((address >> 16) & 0xFF) + u'.' +
         decimal((address >> 8) & 0xFF) + u'.' + decimal(address & 0xFF);
}

// 10.0.0.1 is the server.
constexpr std::uint32_t tunnel_network = 0x0A000000;
// 198.51.100.0/24 and 203.0.113.0/24 are reserved for documentation.
constexpr char16_t server_endpoint[] = u"198.51.100.1";
constexpr std::uint32_t client_endpoints = 0xCB007100;

void set_addresses(Projection& projection, Ordinal ordinal) {
  copy_text(projection.ip.wszAddress, ipv4(tunnel_network + 1));
  copy_text(projection.ip.wszRemoteAddress, ipv4(tunnel_network | ((ordinal + 1) & 0xFFFFFF)));
  projection.ipv4_sub_interface = ordinal;
}

constexpr DWORD cp_rejected = 733;  // ERROR_PPP_CP_REJECTED

// NetBEUI, IPX, AppleTalk and IPv6 were not negotiated.
void reject_others(Projection& projection) {
  projection.nbf.dwError = cp_rejected;
  projection.ipx.dwError = cp_rejected;
  projection.at.dwError = cp_rejected;
  projection.ipv6.dwError = cp_rejected;
}

void set_ppp(Projection& projection, PortType port, std::size_t links) {
  mpr::PPP_LCP_INFO& lcp = projection.lcp;
  lcp.dwAuthenticationProtocol = mpr::PPP_LCP_CHAP;
  lcp.dwAuthenticationData = mpr::PPP_LCP_CHAP_MSV2;
  lcp.dwOptions = mpr::PPP_LCP_PFC | mpr::PPP_LCP_ACFC;
  if (links > 1) {
    lcp.dwOptions |= mpr::PPP_LCP_MULTILINK_FRAMING;
  }
  // L2TP leaves encryption to IPsec and SSTP to TLS. Other links negotiate it with compression.
  if (port == PortType::l2tp || port == PortType::sstp) {
    lcp.dwOptions |= mpr::PPP_LCP_AES_256;
  } else {
    projection.ccp.dwCompressionAlgorithm = mpr::RASCCPCA_MPPC;
    projection.ccp.dwOptions = mpr::PPP_CCP_ENCRYPTION128BIT;
  }
  projection.ccp.dwRemoteCompressionAlgorithm = projection.ccp.dwCompressionAlgorithm;
  projection.ccp.dwRemoteOptions = projection.ccp.dwOptions;
  lcp.dwRemoteOptions = lcp.dwOptions;
}

void set_ikev2(Projection& projection) {
  constexpr DWORD eap_mschap_v2 = 26;
  // A value of IPSEC_CIPHER_TYPE.
  constexpr DWORD aes_256 = 5;
  projection.ikev2_authentication_protocol = mpr::MPRAPI_IKEV2_AUTH_USING_EAP;
  projection.ikev2_eap_type = eap_mschap_v2;
  projection.ikev2_encryption_method = aes_256;
}

}  // namespace

ConnectionDetails default_details(std::uint32_t server, Ordinal ordinal, Protocol protocol,
                                  PortType port, std::size_t links) {
  constexpr std::uint32_t client_endpoint_count = 254;
  ConnectionDetails details;
  // No document gives the name of the interface of an incoming connection.
  details.interface_name = u"RAS Server (Dial In) Interface";
  details.guid = unique_guid(server, ordinal);
  if (port != PortType::modem && port != PortType::other) {
    details.local_endpoint = server_endpoint;
    details.remote_endpoint = ipv4(client_endpoints + 1 + ordinal % client_endpoint_count);
  }
  set_addresses(details.projection, ordinal);
  reject_others(details.projection);
  if (protocol == Protocol::ikev2) {
    set_ikev2(details.projection);
  } else {
    set_ppp(details.projection, port, links);
  }
  return details;
}

}  // namespace rras::simulator
