// A server with all its tunnels, from any shape of the API's struct. A row has every field of the
// newest shape. The columns named has... mark fields that the shape lacks: the columns that follow
// are then 0 or empty. Rows copy the targets of the struct's pointers.
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "abi/mprapi/server_ex.h"
#include "records/record.h"
#include "shared/server_ex_numbers.h"

namespace rras::records {

namespace server_ex {

using namespace shared::server_ex;

inline std::string_view bytes_in(const abi::CRYPTOAPI_BLOB& blob) {
  if (blob.cbData == 0) return {};
  return {reinterpret_cast<const char*>(blob.pbData), blob.cbData};
}

template <typename At>
struct ValueAt {
  At at;

  template <typename Info>
  std::uint32_t operator()(const Info& info) const {
    if constexpr (has<At, decltype(info.ConfigParams)>) return at(info.ConfigParams);
    return 0;
  }
};

template <typename At>
struct TruthAt {
  At at;

  template <typename Info>
  std::uint32_t operator()(const Info& info) const {
    return at(info.ConfigParams) != 0 ? 1 : 0;
  }
};

template <typename At>
struct IsThere {
  At at;

  template <typename Info>
  std::uint32_t operator()(const Info& info) const {
    return has<At, decltype(info.ConfigParams)> ? 1 : 0;
  }
};

template <typename At>
struct BytesAt {
  At at;

  template <typename Info>
  std::string_view operator()(const Info& info) const {
    if constexpr (has<At, decltype(info.ConfigParams)>) return bytes_in(at(info.ConfigParams));
    return {};
  }
};

inline constexpr auto kPolicy = RRAS_AT(IkeConfigParams.TunnelConfigParams.customPolicy);

// nullptr if the shape has no policy or none is set.
template <typename Info>
const abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0* policy_of(const Info& info) {
  if constexpr (has<decltype(kPolicy), decltype(info.ConfigParams)>) {
    return kPolicy(info.ConfigParams);
  }
  return nullptr;
}

struct PolicyValue {
  abi::DWORD abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0::*member;

  template <typename Info>
  std::uint32_t operator()(const Info& info) const {
    const auto* policy = policy_of(info);
    return policy == nullptr ? 0 : policy->*member;
  }
};

template <typename... Numbers>
constexpr auto columns(const std::tuple<Numbers...>& numbers) {
  return std::apply(
      [](const auto&... number) {
        return group(u32(number.name, ValueAt<decltype(number.at)>{number.at})...);
      },
      numbers);
}
template <typename At>
constexpr auto value(const char* name, At at) {
  return u32(name, ValueAt<At>{at});
}
template <typename At>
constexpr auto truth(const char* name, At at) {
  return u32(name, TruthAt<At>{at});
}
template <typename At>
constexpr auto is_there(const char* name, At at) {
  return u32(name, IsThere<At>{at});
}
template <typename At>
constexpr auto blob(const char* name, At at) {
  return bytes(name, BytesAt<At>{at});
}
constexpr auto policy(const char* name, abi::DWORD abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0::*member) {
  return u32(name, PolicyValue{member});
}

inline constexpr auto kSstpCertificate = RRAS_AT(SstpConfigParams.sstpCertDetails.certBlob);
inline constexpr auto kMachineCertificateName =
    RRAS_AT(IkeConfigParams.TunnelConfigParams.machineCertificateName);
inline constexpr auto kMachineCertificateHash =
    RRAS_AT(IkeConfigParams.TunnelConfigParams.machineCertificateHash);

// Every block of bytes in a row.
inline constexpr auto kBlobs =
    std::make_tuple(kSstpCertificate, kMachineCertificateName, kMachineCertificateHash);

using Policy = abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0;

inline constexpr auto kServerEx = record(
    "serverEx",
    u32("revision", [](const auto& info) -> std::uint32_t { return info.Header.revision; }),
    u32("lanOnly", [](const auto& info) { return info.fLanOnlyMode != 0 ? 1u : 0u; }),
    u32("upTime", [](const auto& info) { return info.dwUpTime; }),
    u32("totalPorts", [](const auto& info) { return info.dwTotalPorts; }),
    u32("portsInUse", [](const auto& info) { return info.dwPortsInUse; }),  //
    columns(kPorts), is_there("hasGre", kGreConfig), columns(kGrePorts),
    truth("sstpUsesHttps", RRAS_AT(SstpConfigParams.isUseHttps)), columns(kSstpParameters),
    truth("sstpCertificateIsDefault", RRAS_AT(SstpConfigParams.sstpCertDetails.isDefault)),
    blob("sstpCertificate", kSstpCertificate),
    value("ikev2ParameterFlags", RRAS_AT(IkeConfigParams.dwTunnelConfigParamFlags)),
    columns(kIkev2Parameters),
    is_there("hasIkev2Encryption", RRAS_AT(IkeConfigParams.TunnelConfigParams.dwEncryptionType)),
    blob("ikev2MachineCertificateName", kMachineCertificateName), columns(kIkev2Encryption),
    u32("hasIkev2Policy", [](const auto& info) { return policy_of(info) != nullptr ? 1u : 0u; }),
    policy("ikev2IntegrityMethod", &Policy::dwIntegrityMethod),
    policy("ikev2EncryptionMethod", &Policy::dwEncryptionMethod),
    policy("ikev2CipherTransform", &Policy::dwCipherTransformConstant),
    policy("ikev2AuthenticationTransform", &Policy::dwAuthTransformConstant),
    policy("ikev2PfsGroup", &Policy::dwPfsGroup), policy("ikev2DhGroup", &Policy::dwDhGroup),
    blob("ikev2MachineCertificateHash", kMachineCertificateHash),
    is_there("hasL2tpParameters", RRAS_AT(L2tpConfigParams.TunnelConfigParams)),
    value("l2tpParameterFlags", RRAS_AT(L2tpConfigParams.dwTunnelConfigParamFlags)),
    columns(kL2tpParameters),
    is_there("hasMainModeLifeTimes", RRAS_AT(IkeConfigParams.TunnelConfigParams.dwMmSaLifeTime)),
    columns(kMainModeLifeTimes));

// The text is read up to its terminator, because no document says what the size in MPR_CERT_EKU
// counts. A longer text is truncated.
constexpr std::size_t kLongestEku = 1024;

inline std::u16string_view text_of(const abi::mpr::MPR_CERT_EKU& eku) {
  std::size_t length = 0;
  while (eku.pwszEKU != nullptr && length < kLongestEku && eku.pwszEKU[length] != u'\0') ++length;
  return length == 0 ? std::u16string_view() : std::u16string_view(eku.pwszEKU, length);
}

}  // namespace server_ex

using server_ex::kServerEx;

// The certificates that clients may be authenticated against: the names of their issuers.
inline constexpr auto kIkev2Certificate =
    record("ikev2Certificate", bytes("name", server_ex::bytes_in));

// A purpose that a certificate must have.
inline constexpr auto kIkev2Eku = record(
    "ikev2Eku",
    u32("isOid", [](const abi::mpr::MPR_CERT_EKU& eku) { return eku.IsEKUOID != 0 ? 1u : 0u; }),
    text("eku", server_ex::text_of));

}  // namespace rras::records
