// The model's tunnels in the members of an MPRAPI_TUNNEL_CONFIG_PARAMS of any shape, and back.
#pragma once

#include <memory>
#include <type_traits>
#include <vector>

#include "abi/mprapi/server_ex.h"
#include "simulator/server.h"

namespace rras::simulator {

namespace mpr_types = abi::mpr;

template <typename Parameters>
inline constexpr bool has_encryption =
    !std::is_same_v<Parameters, mpr_types::IKEV2_TUNNEL_CONFIG_PARAMS1>;
template <typename Parameters>
inline constexpr bool has_ekus =
    has_encryption<Parameters> &&
    !std::is_same_v<Parameters, mpr_types::IKEV2_TUNNEL_CONFIG_PARAMS2>;
template <typename Parameters>
inline constexpr bool has_main_mode_life_time =
    std::is_same_v<Parameters, mpr_types::IKEV2_TUNNEL_CONFIG_PARAMS4> ||
    std::is_same_v<Parameters, mpr_types::L2TP_TUNNEL_CONFIG_PARAMS2>;
template <typename Config>
inline constexpr bool has_parameters = !std::is_same_v<Config, mpr_types::L2TP_CONFIG_PARAMS0>;
template <typename T, typename = void>
inline constexpr bool has_gre = false;
template <typename T>
inline constexpr bool has_gre<T, std::void_t<decltype(T::GREConfigParams)>> = true;

// What the pointers in an answer point to. The API says of nobody that he frees it: it lasts as
// long as the server does.
struct PointedTo {
  Ikev2Setup ikev2;
  SstpSetup sstp;
  std::vector<abi::CERT_NAME_BLOB> certificates;
  std::vector<mpr_types::MPR_CERT_EKU> ekus;

  explicit PointedTo(const Tunnels& tunnels);
};

template <typename Config>
void write_ports(const Server& server, Tunnel tunnel, Config& into) {
  into.dwNumPorts = static_cast<abi::DWORD>(server.port_count(tunnel));
  into.dwPortFlags = server.tunnels[tunnel].flags;
}

template <typename Parameters>
void write_parameters(PointedTo& pointed, Parameters& into) {
  const Ikev2Setup& setup = pointed.ikev2;
  into.dwIdleTimeout = setup.idle_timeout;
  into.dwNetworkBlackoutTime = setup.network_blackout_time;
  into.dwSaLifeTime = setup.sa_life_time;
  into.dwSaDataSizeForRenegotiation = setup.sa_data_size;
  into.dwConfigOptions = setup.config_options;
  into.dwTotalCertificates = static_cast<abi::DWORD>(pointed.certificates.size());
  into.certificateNames = pointed.certificates.empty() ? nullptr : pointed.certificates.data();
  if constexpr (has_encryption<Parameters>) {
    into.dwEncryptionType = setup.encryption_type;
  }
  if constexpr (has_ekus<Parameters>) {
    into.dwTotalEkus = static_cast<abi::DWORD>(pointed.ekus.size());
    into.certificateEKUs = pointed.ekus.empty() ? nullptr : pointed.ekus.data();
  }
  if constexpr (has_main_mode_life_time<Parameters>) {
    into.dwMmSaLifeTime = setup.mm_sa_life_time;
  }
}

template <typename Parameters>
void write_parameters(const L2tpSetup& setup, Parameters& into) {
  into.dwIdleTimeout = setup.idle_timeout;
  into.dwEncryptionType = setup.encryption_type;
  into.dwSaLifeTime = setup.sa_life_time;
  into.dwSaDataSizeForRenegotiation = setup.sa_data_size;
  if constexpr (has_main_mode_life_time<Parameters>) {
    into.dwMmSaLifeTime = setup.mm_sa_life_time;
  }
}

template <typename Wire>
void write_tunnels(Server& server, Wire& into) {
  auto pointed = std::make_shared<PointedTo>(server.tunnels);
  write_ports(server, Tunnel::ikev2, into.IkeConfigParams);
  write_parameters(*pointed, into.IkeConfigParams.TunnelConfigParams);
  write_ports(server, Tunnel::pptp, into.PptpConfigParams);
  write_ports(server, Tunnel::l2tp, into.L2tpConfigParams);
  if constexpr (has_parameters<std::decay_t<decltype(into.L2tpConfigParams)>>) {
    write_parameters(server.tunnels.l2tp, into.L2tpConfigParams.TunnelConfigParams);
  }
  write_ports(server, Tunnel::sstp, into.SstpConfigParams);
  SstpSetup& sstp = pointed->sstp;
  into.SstpConfigParams.isUseHttps = sstp.https ? 1 : 0;
  into.SstpConfigParams.certAlgorithm = sstp.certificate_algorithm;
  into.SstpConfigParams.sstpCertDetails.isDefault = sstp.default_certificate ? 1 : 0;
  into.SstpConfigParams.sstpCertDetails.certBlob = {
      static_cast<abi::DWORD>(sstp.certificate_hash.size()),
      sstp.certificate_hash.empty() ? nullptr : sstp.certificate_hash.data()};
  if constexpr (has_gre<Wire>) {
    write_ports(server, Tunnel::gre, into.GREConfigParams);
  }
  if (!pointed->certificates.empty() || !pointed->ekus.empty() || !sstp.certificate_hash.empty()) {
    server.pointed_to.push_back(std::move(pointed));
  }
}

std::vector<std::uint8_t> bytes_of(const abi::CRYPTOAPI_BLOB& blob);

template <typename Parameters>
void read_parameters(const Parameters& from, Ikev2Setup& setup) {
  setup.idle_timeout = from.dwIdleTimeout;
  setup.network_blackout_time = from.dwNetworkBlackoutTime;
  setup.sa_life_time = from.dwSaLifeTime;
  setup.sa_data_size = from.dwSaDataSizeForRenegotiation;
  setup.config_options = from.dwConfigOptions;
  setup.certificates.clear();
  for (abi::DWORD i = 0; from.certificateNames != nullptr && i < from.dwTotalCertificates; ++i) {
    setup.certificates.push_back(bytes_of(from.certificateNames[i]));
  }
  if constexpr (has_encryption<Parameters>) {
    setup.encryption_type = from.dwEncryptionType;
  }
  if constexpr (has_ekus<Parameters>) {
    setup.ekus.clear();
    for (abi::DWORD i = 0; from.certificateEKUs != nullptr && i < from.dwTotalEkus; ++i) {
      const auto& eku = from.certificateEKUs[i];
      setup.ekus.push_back({eku.IsEKUOID != 0, eku.pwszEKU == nullptr ? Text() : eku.pwszEKU});
    }
  }
  if constexpr (has_main_mode_life_time<Parameters>) {
    setup.mm_sa_life_time = from.dwMmSaLifeTime;
  }
}

template <typename Parameters>
void read_parameters(const Parameters& from, L2tpSetup& setup) {
  setup.idle_timeout = from.dwIdleTimeout;
  setup.encryption_type = from.dwEncryptionType;
  setup.sa_life_time = from.dwSaLifeTime;
  setup.sa_data_size = from.dwSaDataSizeForRenegotiation;
  if constexpr (has_main_mode_life_time<Parameters>) {
    setup.mm_sa_life_time = from.dwMmSaLifeTime;
  }
}

// `mask` has the protocols that are to be set. What the shape has not stays as it is.
template <typename Wire>
SetupRequest read_tunnels(const Server& server, const Wire& from, abi::DWORD mask) {
  SetupRequest request;
  const auto take = [&](abi::DWORD bit, Tunnel tunnel, const auto& config) {
    if ((mask & bit) != 0) {
      request.ports.push_back({tunnel, config.dwNumPorts, config.dwPortFlags});
    }
  };
  take(mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_PPTP, Tunnel::pptp, from.PptpConfigParams);
  take(mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP, Tunnel::l2tp, from.L2tpConfigParams);
  take(mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP, Tunnel::sstp, from.SstpConfigParams);
  take(mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2, Tunnel::ikev2, from.IkeConfigParams);
  if constexpr (has_gre<Wire>) {
    take(mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_GRE, Tunnel::gre, from.GREConfigParams);
  }
  if ((mask & mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2) != 0) {
    request.ikev2 = server.tunnels.ikev2;
    read_parameters(from.IkeConfigParams.TunnelConfigParams, *request.ikev2);
  }
  if constexpr (has_parameters<std::decay_t<decltype(from.L2tpConfigParams)>>) {
    if ((mask & mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP) != 0) {
      request.l2tp = server.tunnels.l2tp;
      read_parameters(from.L2tpConfigParams.TunnelConfigParams, *request.l2tp);
    }
  }
  if ((mask & mpr_types::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP) != 0) {
    const auto& sstp = from.SstpConfigParams;
    request.sstp =
        SstpSetup{sstp.isUseHttps != 0, sstp.certAlgorithm, sstp.sstpCertDetails.isDefault != 0,
                  bytes_of(sstp.sstpCertDetails.certBlob)};
  }
  return request;
}

}  // namespace rras::simulator
