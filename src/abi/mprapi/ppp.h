// The result of the PPP negotiation, protocol by protocol, as in the connection levels 1 to 3. In
// every struct, wszAddress is the server's address on the link and wszRemoteAddress the client's.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum RASCCPCA : DWORD {
  RASCCPCA_STAC = 5,
  RASCCPCA_MPPC = 6,
};

enum PPP_CCP : DWORD {
  PPP_CCP_COMPRESSION = 0x00000001,
  PPP_CCP_ENCRYPTION40BITOLD = 0x00000010,
  PPP_CCP_ENCRYPTION40BIT = 0x00000020,
  PPP_CCP_ENCRYPTION128BIT = 0x00000040,
  PPP_CCP_ENCRYPTION56BIT = 0x00000080,
  PPP_CCP_HISTORYLESS = 0x01000000,
};

enum PPP_LCP_AUTHENTICATION : DWORD {
  PPP_LCP_PAP = 0xC023,
  PPP_LCP_SPAP = 0xC027,
  PPP_LCP_CHAP = 0xC223,
  PPP_LCP_EAP = 0xC227,
};

enum PPP_LCP_CHAP_DATA : DWORD {
  PPP_LCP_CHAP_MD5 = 0x05,
  PPP_LCP_CHAP_MS = 0x80,
  PPP_LCP_CHAP_MSV2 = 0x81,
};

enum PPP_LCP_OPTIONS : DWORD {
  PPP_LCP_MULTILINK_FRAMING = 0x001,
  PPP_LCP_PFC = 0x002,
  PPP_LCP_ACFC = 0x004,
  PPP_LCP_SSHF = 0x008,
  PPP_LCP_DES_56 = 0x010,
  PPP_LCP_3_DES = 0x020,
  PPP_LCP_AES_128 = 0x040,
  PPP_LCP_AES_256 = 0x080,
  PPP_LCP_AES_192 = 0x100,
  PPP_LCP_GCM_AES_128 = 0x200,
  PPP_LCP_GCM_AES_192 = 0x400,
  PPP_LCP_GCM_AES_256 = 0x800,
};

constexpr DWORD PPP_IPCP_VJ = 1;

struct PPP_NBFCP_INFO {
  DWORD dwError;
  WCHAR wszWksta[NETBIOS_NAME_LEN + 1];
};

struct PPP_IPCP_INFO {
  DWORD dwError;
  WCHAR wszAddress[IPADDRESSLEN + 1];
  WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
};

struct PPP_IPCP_INFO2 {
  DWORD dwError;
  WCHAR wszAddress[IPADDRESSLEN + 1];
  WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
  DWORD dwOptions;
  DWORD dwRemoteOptions;
};

struct PPP_IPXCP_INFO {
  DWORD dwError;
  WCHAR wszAddress[IPXADDRESSLEN + 1];
};

struct PPP_ATCP_INFO {
  DWORD dwError;
  WCHAR wszAddress[ATADDRESSLEN + 1];
};

struct PPP_IPV6_CP_INFO {
  DWORD dwVersion;
  DWORD dwSize;
  DWORD dwError;
  BYTE bInterfaceIdentifier[8];
  BYTE bRemoteInterfaceIdentifier[8];
  DWORD dwOptions;
  DWORD dwRemoteOptions;
  BYTE bPrefix[8];
  DWORD dwPrefixLength;
};

struct PPP_CCP_INFO {
  DWORD dwError;
  DWORD dwCompressionAlgorithm;
  DWORD dwOptions;
  DWORD dwRemoteCompressionAlgorithm;
  DWORD dwRemoteOptions;
};

struct PPP_LCP_INFO {
  DWORD dwError;
  DWORD dwAuthenticationProtocol;
  DWORD dwAuthenticationData;
  DWORD dwRemoteAuthenticationProtocol;
  DWORD dwRemoteAuthenticationData;
  DWORD dwTerminateReason;
  DWORD dwRemoteTerminateReason;
  DWORD dwOptions;
  DWORD dwRemoteOptions;
  DWORD dwEapTypeId;
  DWORD dwRemoteEapTypeId;
};

struct PPP_INFO {
  PPP_NBFCP_INFO nbf;
  PPP_IPCP_INFO ip;
  PPP_IPXCP_INFO ipx;
  PPP_ATCP_INFO at;
};

struct PPP_INFO_2 {
  PPP_NBFCP_INFO nbf;
  PPP_IPCP_INFO2 ip;
  PPP_IPXCP_INFO ipx;
  PPP_ATCP_INFO at;
  PPP_CCP_INFO ccp;
  PPP_LCP_INFO lcp;
};

struct PPP_INFO_3 {
  PPP_NBFCP_INFO nbf;
  PPP_IPCP_INFO2 ip;
  PPP_IPV6_CP_INFO ipv6;
  PPP_CCP_INFO ccp;
  PPP_LCP_INFO lcp;
};

}  // namespace rras::abi::mpr
