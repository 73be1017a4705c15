// The result of the negotiation in RAS_CONNECTION_EX, for PPP or IKEv2. On 32-bit Windows too, the
// 64-bit fields are aligned to 8 bytes, unlike on other 32-bit systems.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum MPRAPI_PROJECTION_INFO_TYPE : BYTE {
  MPRAPI_PPP_PROJECTION_INFO_TYPE = 1,
  MPRAPI_IKEV2_PROJECTION_INFO_TYPE = 2,
};

enum MPRAPI_IKEV2_AUTH : DWORD {
  MPRAPI_IKEV2_AUTH_USING_CERT = 1,
  MPRAPI_IKEV2_AUTH_USING_EAP = 2,
};

struct PPP_PROJECTION_INFO {
  DWORD dwIPv4NegotiationError;
  WCHAR wszAddress[IPADDRESSLEN + 1];
  WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
  DWORD dwIPv4Options;
  DWORD dwIPv4RemoteOptions;
  alignas(8) ULONG64 IPv4SubInterfaceIndex;
  DWORD dwIPv6NegotiationError;
  BYTE bInterfaceIdentifier[8];
  BYTE bRemoteInterfaceIdentifier[8];
  BYTE bPrefix[8];
  DWORD dwPrefixLength;
  alignas(8) ULONG64 IPv6SubInterfaceIndex;
  DWORD dwLcpError;
  DWORD dwAuthenticationProtocol;
  DWORD dwAuthenticationData;
  DWORD dwRemoteAuthenticationProtocol;
  DWORD dwRemoteAuthenticationData;
  DWORD dwLcpTerminateReason;
  DWORD dwLcpRemoteTerminateReason;
  DWORD dwLcpOptions;
  DWORD dwLcpRemoteOptions;
  DWORD dwEapTypeId;
  DWORD dwRemoteEapTypeId;
  DWORD dwCcpError;
  DWORD dwCompressionAlgorithm;
  DWORD dwCcpOptions;
  DWORD dwRemoteCompressionAlgorithm;
  DWORD dwCcpRemoteOptions;
};

struct IKEV2_PROJECTION_INFO {
  DWORD dwIPv4NegotiationError;
  WCHAR wszAddress[IPADDRESSLEN + 1];
  WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
  alignas(8) ULONG64 IPv4SubInterfaceIndex;
  DWORD dwIPv6NegotiationError;
  BYTE bInterfaceIdentifier[8];
  BYTE bRemoteInterfaceIdentifier[8];
  BYTE bPrefix[8];
  DWORD dwPrefixLength;
  alignas(8) ULONG64 IPv6SubInterfaceIndex;
  DWORD dwOptions;
  DWORD dwAuthenticationProtocol;
  DWORD dwEapTypeId;
  DWORD dwCompressionAlgorithm;
  DWORD dwEncryptionMethod;
};

// projectionInfoType says which of the two the union holds.
struct PROJECTION_INFO {
  BYTE projectionInfoType;
  union {
    PPP_PROJECTION_INFO PppProjectionInfo;
    IKEV2_PROJECTION_INFO Ikev2ProjectionInfo;
  };
};

}  // namespace rras::abi::mpr
