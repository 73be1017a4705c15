// The server with all its tunnels, for ServerGetInfoEx and ServerSetInfoEx. The struct grew four
// times: it has one shape for each Windows version that the header can be compiled for. Each shape
// has a namespace here. No document says which revision of the header belongs to which shape.
#pragma once

#include "abi/mprapi/object_header.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum MPRAPI_SET_CONFIG_PROTOCOL : DWORD {
  MPRAPI_SET_CONFIG_PROTOCOL_FOR_PPTP = 0x01,
  MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP = 0x02,
  MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP = 0x04,
  MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2 = 0x08,
  MPRAPI_SET_CONFIG_PROTOCOL_FOR_GRE = 0x10,
};

// In IKEV2_CONFIG_PARAMS. Without it only the ports of the tunnel are set, not its parameters.
constexpr DWORD MPRAPI_IKEV2_SET_TUNNEL_CONFIG_PARAMS = 1;

struct ROUTER_CUSTOM_IKEv2_POLICY0 {
  DWORD dwIntegrityMethod;
  DWORD dwEncryptionMethod;
  DWORD dwCipherTransformConstant;
  DWORD dwAuthTransformConstant;
  DWORD dwPfsGroup;
  DWORD dwDhGroup;
};

struct MPR_CERT_EKU {
  DWORD dwSize;
  BOOL IsEKUOID;
  WCHAR* pwszEKU;
};

struct IKEV2_TUNNEL_CONFIG_PARAMS1 {
  DWORD dwIdleTimeout;
  DWORD dwNetworkBlackoutTime;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  DWORD dwConfigOptions;
  DWORD dwTotalCertificates;
  CERT_NAME_BLOB* certificateNames;
};

struct IKEV2_TUNNEL_CONFIG_PARAMS2 {
  DWORD dwIdleTimeout;
  DWORD dwNetworkBlackoutTime;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  DWORD dwConfigOptions;
  DWORD dwTotalCertificates;
  CERT_NAME_BLOB* certificateNames;
  CERT_NAME_BLOB machineCertificateName;
  DWORD dwEncryptionType;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
};

struct IKEV2_TUNNEL_CONFIG_PARAMS3 {
  DWORD dwIdleTimeout;
  DWORD dwNetworkBlackoutTime;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  DWORD dwConfigOptions;
  DWORD dwTotalCertificates;
  CERT_NAME_BLOB* certificateNames;
  CERT_NAME_BLOB machineCertificateName;
  DWORD dwEncryptionType;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
  DWORD dwTotalEkus;
  MPR_CERT_EKU* certificateEKUs;
  CRYPT_HASH_BLOB machineCertificateHash;
};

struct IKEV2_TUNNEL_CONFIG_PARAMS4 {
  DWORD dwIdleTimeout;
  DWORD dwNetworkBlackoutTime;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  DWORD dwConfigOptions;
  DWORD dwTotalCertificates;
  CERT_NAME_BLOB* certificateNames;
  CERT_NAME_BLOB machineCertificateName;
  DWORD dwEncryptionType;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
  DWORD dwTotalEkus;
  MPR_CERT_EKU* certificateEKUs;
  CRYPT_HASH_BLOB machineCertificateHash;
  DWORD dwMmSaLifeTime;
};

// Nothing reads this struct, so its members are not declared.
struct ROUTER_CUSTOM_L2TP_POLICY0;

struct L2TP_TUNNEL_CONFIG_PARAMS1 {
  DWORD dwIdleTimeout;
  DWORD dwEncryptionType;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  ROUTER_CUSTOM_L2TP_POLICY0* customPolicy;
};

struct L2TP_TUNNEL_CONFIG_PARAMS2 {
  DWORD dwIdleTimeout;
  DWORD dwEncryptionType;
  DWORD dwSaLifeTime;
  DWORD dwSaDataSizeForRenegotiation;
  ROUTER_CUSTOM_L2TP_POLICY0* customPolicy;
  DWORD dwMmSaLifeTime;
};

struct PPTP_CONFIG_PARAMS {
  DWORD dwNumPorts;
  DWORD dwPortFlags;
};

struct L2TP_CONFIG_PARAMS0 {
  DWORD dwNumPorts;
  DWORD dwPortFlags;
};

struct GRE_CONFIG_PARAMS0 {
  DWORD dwNumPorts;
  DWORD dwPortFlags;
};

struct SSTP_CERT_INFO {
  BOOL isDefault;
  CRYPT_HASH_BLOB certBlob;
};

struct SSTP_CONFIG_PARAMS {
  DWORD dwNumPorts;
  DWORD dwPortFlags;
  BOOL isUseHttps;
  DWORD certAlgorithm;
  SSTP_CERT_INFO sstpCertDetails;
};

// IKEV2_CONFIG_PARAMS and L2TP_CONFIG_PARAMS1, which differ only in their parameters.
template <typename Parameters>
struct TunnelConfig {
  DWORD dwNumPorts;
  DWORD dwPortFlags;
  DWORD dwTunnelConfigParamFlags;
  Parameters TunnelConfigParams;
};

// MPRAPI_TUNNEL_CONFIG_PARAMS0
template <typename Ike, typename L2tp>
struct FourTunnels {
  Ike IkeConfigParams;
  PPTP_CONFIG_PARAMS PptpConfigParams;
  L2tp L2tpConfigParams;
  SSTP_CONFIG_PARAMS SstpConfigParams;
};

// MPRAPI_TUNNEL_CONFIG_PARAMS1
template <typename Ike, typename L2tp>
struct FiveTunnels {
  Ike IkeConfigParams;
  PPTP_CONFIG_PARAMS PptpConfigParams;
  L2tp L2tpConfigParams;
  SSTP_CONFIG_PARAMS SstpConfigParams;
  GRE_CONFIG_PARAMS0 GREConfigParams;
};

template <typename Tunnels>
struct ServerEx {
  MPRAPI_OBJECT_HEADER Header;
  DWORD fLanOnlyMode;
  DWORD dwUpTime;
  DWORD dwTotalPorts;
  DWORD dwPortsInUse;
  DWORD Reserved;
  Tunnels ConfigParams;
};

template <typename Tunnels>
struct ServerSetConfigEx {
  MPRAPI_OBJECT_HEADER Header;
  DWORD setConfigForProtocols;
  Tunnels ConfigParams;
};

namespace win7 {

using IKEV2_CONFIG_PARAMS = TunnelConfig<IKEV2_TUNNEL_CONFIG_PARAMS1>;
using MPRAPI_TUNNEL_CONFIG_PARAMS0 = FourTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS0>;
using MPR_SERVER_EX0 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_SET_CONFIG_EX0 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;

}  // namespace win7

namespace win8 {

using IKEV2_CONFIG_PARAMS = TunnelConfig<IKEV2_TUNNEL_CONFIG_PARAMS2>;
using MPRAPI_TUNNEL_CONFIG_PARAMS0 = FourTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS0>;
using MPR_SERVER_EX0 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_SET_CONFIG_EX0 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;

}  // namespace win8

namespace win81 {

using IKEV2_CONFIG_PARAMS = TunnelConfig<IKEV2_TUNNEL_CONFIG_PARAMS3>;
using L2TP_CONFIG_PARAMS1 = TunnelConfig<L2TP_TUNNEL_CONFIG_PARAMS1>;
using MPRAPI_TUNNEL_CONFIG_PARAMS0 = FourTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS1>;
using MPRAPI_TUNNEL_CONFIG_PARAMS1 = FiveTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS1>;
using MPR_SERVER_EX0 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_EX1 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS1>;
using MPR_SERVER_SET_CONFIG_EX0 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_SET_CONFIG_EX1 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS1>;

}  // namespace win81

namespace win10 {

using IKEV2_CONFIG_PARAMS = TunnelConfig<IKEV2_TUNNEL_CONFIG_PARAMS4>;
using L2TP_CONFIG_PARAMS1 = TunnelConfig<L2TP_TUNNEL_CONFIG_PARAMS2>;
using MPRAPI_TUNNEL_CONFIG_PARAMS0 = FourTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS1>;
using MPRAPI_TUNNEL_CONFIG_PARAMS1 = FiveTunnels<IKEV2_CONFIG_PARAMS, L2TP_CONFIG_PARAMS1>;
using MPR_SERVER_EX0 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_EX1 = ServerEx<MPRAPI_TUNNEL_CONFIG_PARAMS1>;
using MPR_SERVER_SET_CONFIG_EX0 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using MPR_SERVER_SET_CONFIG_EX1 = ServerSetConfigEx<MPRAPI_TUNNEL_CONFIG_PARAMS1>;

}  // namespace win10

// For every shape: the header says which it is.
using ServerGetInfoEx = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, MPRAPI_OBJECT_HEADER* pServerInfo);
using ServerSetInfoEx = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, MPRAPI_OBJECT_HEADER* pServerInfo);

}  // namespace rras::abi::mpr
