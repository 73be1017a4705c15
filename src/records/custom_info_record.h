// The settings for IKEv2 of one demand-dial interface. What an older server's struct lacks is 0;
// the revision tells.
#pragma once

#include <string_view>

#include "abi/mprapi/custom_info.h"
#include "records/record.h"

namespace rras::records {

struct InterfaceCustomInfo {
  abi::DWORD revision;
  const abi::mpr::MPR_IF_CUSTOMINFOEX2& info;
};

namespace custom_info {

using Config = abi::mpr::ROUTER_IKEv2_IF_CUSTOM_CONFIG2;
using Policy = abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0;

inline std::string_view bytes_in(const abi::CRYPTOAPI_BLOB& blob) {
  if (blob.cbData == 0) return {};
  return {reinterpret_cast<const char*>(blob.pbData), blob.cbData};
}

constexpr auto number(const char* name, abi::DWORD Config::*member) {
  return u32(name, [member](const InterfaceCustomInfo& raw) {
    return raw.info.customIkev2Config.*member;
  });
}

// 0 if there is no policy.
constexpr auto of_policy(const char* name, abi::DWORD Policy::*member) {
  return u32(name, [member](const InterfaceCustomInfo& raw) {
    const Policy* policy = raw.info.customIkev2Config.customPolicy;
    return policy == nullptr ? 0 : policy->*member;
  });
}

}  // namespace custom_info

inline constexpr auto kInterfaceCustomInfo = record(
    "interfaceCustomInfo", u32("revision", &InterfaceCustomInfo::revision),
    u32("flags", [](const InterfaceCustomInfo& raw) { return raw.info.dwFlags; }),
    custom_info::number("saLifeTime", &custom_info::Config::dwSaLifeTime),
    custom_info::number("saDataSize", &custom_info::Config::dwSaDataSize),
    custom_info::number("mainModeSaLifeTime", &custom_info::Config::dwMmSaLifeTime),
    u32("hasPolicy",
        [](const InterfaceCustomInfo& raw) {
          return raw.info.customIkev2Config.customPolicy == nullptr ? 0u : 1u;
        }),
    custom_info::of_policy("integrityMethod", &custom_info::Policy::dwIntegrityMethod),
    custom_info::of_policy("encryptionMethod", &custom_info::Policy::dwEncryptionMethod),
    custom_info::of_policy("cipherTransform", &custom_info::Policy::dwCipherTransformConstant),
    custom_info::of_policy("authenticationTransform",
                           &custom_info::Policy::dwAuthTransformConstant),
    custom_info::of_policy("pfsGroup", &custom_info::Policy::dwPfsGroup),
    custom_info::of_policy("dhGroup", &custom_info::Policy::dwDhGroup),
    u32("initiatorSelectors",
        [](const InterfaceCustomInfo& raw) {
          return raw.info.customIkev2Config.vpnTrafficSelectors.numTsi;
        }),
    u32("responderSelectors",
        [](const InterfaceCustomInfo& raw) {
          return raw.info.customIkev2Config.vpnTrafficSelectors.numTsr;
        }),
    bytes("certificateName",
          [](const InterfaceCustomInfo& raw) {
            return custom_info::bytes_in(raw.info.customIkev2Config.certificateName);
          }),
    bytes("certificateHash", [](const InterfaceCustomInfo& raw) {
      return custom_info::bytes_in(raw.info.customIkev2Config.certificateHash);
    }));

}  // namespace rras::records
