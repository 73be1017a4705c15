// The settings for IKEv2 of one demand-dial interface, since Windows Server 2012. The struct grew
// twice; each shape begins like the one before, and has a revision of its own in its header.
#pragma once

#include "abi/mprapi/object_header.h"
#include "abi/mprapi/server_ex.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

constexpr BYTE MPRAPI_OBJECT_TYPE_IF_CUSTOM_CONFIG_OBJECT = 6;

// The only bit of dwFlags. Without it the interface has no such settings.
constexpr DWORD MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2 = 1;

// No document describes this struct, so its members are not declared.
struct MPR_VPN_TRAFFIC_SELECTOR;

struct MPR_VPN_TRAFFIC_SELECTORS {
  DWORD numTsi;
  DWORD numTsr;
  MPR_VPN_TRAFFIC_SELECTOR* tsI;
  MPR_VPN_TRAFFIC_SELECTOR* tsR;
};

struct ROUTER_IKEv2_IF_CUSTOM_CONFIG0 {
  DWORD dwSaLifeTime;
  DWORD dwSaDataSize;
  CERT_NAME_BLOB certificateName;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
};

struct ROUTER_IKEv2_IF_CUSTOM_CONFIG1 {
  DWORD dwSaLifeTime;
  DWORD dwSaDataSize;
  CERT_NAME_BLOB certificateName;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
  CRYPT_HASH_BLOB certificateHash;
};

struct ROUTER_IKEv2_IF_CUSTOM_CONFIG2 {
  DWORD dwSaLifeTime;
  DWORD dwSaDataSize;
  CERT_NAME_BLOB certificateName;
  ROUTER_CUSTOM_IKEv2_POLICY0* customPolicy;
  CRYPT_HASH_BLOB certificateHash;
  DWORD dwMmSaLifeTime;
  MPR_VPN_TRAFFIC_SELECTORS vpnTrafficSelectors;
};

struct MPR_IF_CUSTOMINFOEX0 {
  MPRAPI_OBJECT_HEADER Header;
  DWORD dwFlags;
  ROUTER_IKEv2_IF_CUSTOM_CONFIG0 customIkev2Config;
};

struct MPR_IF_CUSTOMINFOEX1 {
  MPRAPI_OBJECT_HEADER Header;
  DWORD dwFlags;
  ROUTER_IKEv2_IF_CUSTOM_CONFIG1 customIkev2Config;
};

struct MPR_IF_CUSTOMINFOEX2 {
  MPRAPI_OBJECT_HEADER Header;
  DWORD dwFlags;
  ROUTER_IKEv2_IF_CUSTOM_CONFIG2 customIkev2Config;
};

// For every shape: the header says which it is. The functions of the running router and of the
// stored configuration, which read and write, have this one signature.
using InterfaceGetCustomInfoEx = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, HANDLE hInterface,
                                                       MPRAPI_OBJECT_HEADER* pCustomInfo);
using InterfaceSetCustomInfoEx = InterfaceGetCustomInfoEx;

}  // namespace rras::abi::mpr
