// The numbers of a server's tunnels: the name of each in a row, its place in the struct, and the
// protocol with which it is set. The struct has several shapes, and only the newest has every
// number.
#pragma once

#include <tuple>
#include <type_traits>

#include "abi/mprapi/server_ex.h"

// Accesses a member in the tunnels of any shape. Not callable with a shape that lacks it.
#define RRAS_AT(path) [](auto& tunnels) -> decltype((tunnels.path)) { return tunnels.path; }

namespace rras::shared::server_ex {

template <typename At, typename Tunnels>
inline constexpr bool has = std::is_invocable_v<const At&, Tunnels&>;

// A tunnel's parameters are all its settings apart from the number and the flags of its ports.
enum class Part { ports, parameters };

template <typename At>
struct Number {
  const char* name;
  At at;
  abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL protocol;
  Part part;
};

template <typename At>
constexpr auto parameter(abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL protocol, const char* name, At at) {
  return Number<At>{name, at, protocol, Part::parameters};
}

template <typename Count, typename Flags>
constexpr auto ports(abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL protocol, const char* count_name,
                     Count count, const char* flags_name, Flags flags) {
  return std::make_tuple(Number<Count>{count_name, count, protocol, Part::ports},
                         Number<Flags>{flags_name, flags, protocol, Part::ports});
}

constexpr auto kPptp = abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_PPTP;
constexpr auto kL2tp = abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP;
constexpr auto kSstp = abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP;
constexpr auto kIkev2 = abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2;
constexpr auto kGre = abi::mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_GRE;

// Grouped, because a row has other columns between the groups.
inline constexpr auto kPorts =
    std::tuple_cat(ports(kPptp, "pptpPorts", RRAS_AT(PptpConfigParams.dwNumPorts), "pptpFlags",
                         RRAS_AT(PptpConfigParams.dwPortFlags)),
                   ports(kL2tp, "l2tpPorts", RRAS_AT(L2tpConfigParams.dwNumPorts), "l2tpFlags",
                         RRAS_AT(L2tpConfigParams.dwPortFlags)),
                   ports(kSstp, "sstpPorts", RRAS_AT(SstpConfigParams.dwNumPorts), "sstpFlags",
                         RRAS_AT(SstpConfigParams.dwPortFlags)),
                   ports(kIkev2, "ikev2Ports", RRAS_AT(IkeConfigParams.dwNumPorts), "ikev2Flags",
                         RRAS_AT(IkeConfigParams.dwPortFlags)));

inline constexpr auto kGrePorts = ports(kGre, "grePorts", RRAS_AT(GREConfigParams.dwNumPorts),
                                        "greFlags", RRAS_AT(GREConfigParams.dwPortFlags));

inline constexpr auto kSstpParameters = std::make_tuple(
    parameter(kSstp, "sstpCertificateAlgorithm", RRAS_AT(SstpConfigParams.certAlgorithm)));

inline constexpr auto kIkev2Parameters = std::make_tuple(
    parameter(kIkev2, "ikev2IdleTimeout",
              RRAS_AT(IkeConfigParams.TunnelConfigParams.dwIdleTimeout)),
    parameter(kIkev2, "ikev2NetworkBlackoutTime",
              RRAS_AT(IkeConfigParams.TunnelConfigParams.dwNetworkBlackoutTime)),
    parameter(kIkev2, "ikev2SaLifeTime", RRAS_AT(IkeConfigParams.TunnelConfigParams.dwSaLifeTime)),
    parameter(kIkev2, "ikev2SaDataSize",
              RRAS_AT(IkeConfigParams.TunnelConfigParams.dwSaDataSizeForRenegotiation)),
    parameter(kIkev2, "ikev2ConfigOptions",
              RRAS_AT(IkeConfigParams.TunnelConfigParams.dwConfigOptions)));

inline constexpr auto kIkev2Encryption = std::make_tuple(parameter(
    kIkev2, "ikev2EncryptionType", RRAS_AT(IkeConfigParams.TunnelConfigParams.dwEncryptionType)));

inline constexpr auto kL2tpParameters = std::make_tuple(
    parameter(kL2tp, "l2tpIdleTimeout", RRAS_AT(L2tpConfigParams.TunnelConfigParams.dwIdleTimeout)),
    parameter(kL2tp, "l2tpEncryptionType",
              RRAS_AT(L2tpConfigParams.TunnelConfigParams.dwEncryptionType)),
    parameter(kL2tp, "l2tpSaLifeTime", RRAS_AT(L2tpConfigParams.TunnelConfigParams.dwSaLifeTime)),
    parameter(kL2tp, "l2tpSaDataSize",
              RRAS_AT(L2tpConfigParams.TunnelConfigParams.dwSaDataSizeForRenegotiation)));

inline constexpr auto kMainModeLifeTimes =
    std::make_tuple(parameter(kIkev2, "ikev2MainModeSaLifeTime",
                              RRAS_AT(IkeConfigParams.TunnelConfigParams.dwMmSaLifeTime)),
                    parameter(kL2tp, "l2tpMainModeSaLifeTime",
                              RRAS_AT(L2tpConfigParams.TunnelConfigParams.dwMmSaLifeTime)));

// Members that some shapes lack.
inline constexpr auto kGreConfig = RRAS_AT(GREConfigParams);
inline constexpr auto kEkus = RRAS_AT(IkeConfigParams.TunnelConfigParams.certificateEKUs);

template <typename Visit>
void for_each_ports(Visit&& visit) {
  std::apply([&](const auto&... number) { (visit(number), ...); },
             std::tuple_cat(kPorts, kGrePorts));
}

template <typename Visit>
void for_each_parameter(Visit&& visit) {
  std::apply([&](const auto&... number) { (visit(number), ...); },
             std::tuple_cat(kSstpParameters, kIkev2Parameters, kIkev2Encryption, kL2tpParameters,
                            kMainModeLifeTimes));
}

}  // namespace rras::shared::server_ex
