// Turns any shape of MPR_SERVER_EX into one record and two lists. What pointers lead to is memory
// of the DLL whose release is documented nowhere: it is copied and left alone.
#pragma once

#include <type_traits>
#include <utility>
#include <vector>

#include "api/mprapi/server_ex_shapes.h"
#include "records/server_ex_record.h"

namespace rras::api::mprapi {

struct ReadServerEx {
  bool readable = true;
  records::ServerEx server;
  std::vector<records::Ikev2Certificate> certificates;
  std::vector<records::Ikev2Eku> ekus;
};

class ServerExReader {
 public:
  template <typename Info>
  ReadServerEx read(const Info& info) {
    auto& server = result_.server;
    server.revision = info.Header.revision;
    server.lan_only = info.fLanOnlyMode != 0 ? 1 : 0;
    server.up_time = info.dwUpTime;
    server.total_ports = info.dwTotalPorts;
    server.ports_in_use = info.dwPortsInUse;
    read_tunnels(info.ConfigParams);
    return std::move(result_);
  }

 private:
  // Beyond these, a count or a size is no such thing but memory that was taken for it.
  static constexpr abi::DWORD kMostEntries = 4096;
  static constexpr abi::DWORD kLargestBlob = 1 << 20;
  static constexpr std::size_t kLongestText = 1024;

  template <typename Tunnels>
  void read_tunnels(const Tunnels& tunnels) {
    auto& server = result_.server;
    server.pptp = ports(tunnels.PptpConfigParams);
    server.l2tp = ports(tunnels.L2tpConfigParams);
    server.sstp = ports(tunnels.SstpConfigParams);
    server.ikev2 = ports(tunnels.IkeConfigParams);
    if constexpr (Has<Tunnels>::gre) {
      server.has_gre = 1;
      server.gre = ports(tunnels.GREConfigParams);
    }
    server.sstp_uses_https = tunnels.SstpConfigParams.isUseHttps != 0 ? 1 : 0;
    server.sstp_certificate_algorithm = tunnels.SstpConfigParams.certAlgorithm;
    server.sstp_certificate_is_default =
        tunnels.SstpConfigParams.sstpCertDetails.isDefault != 0 ? 1 : 0;
    server.sstp_certificate = blob(tunnels.SstpConfigParams.sstpCertDetails.certBlob);
    server.ikev2_parameter_flags = tunnels.IkeConfigParams.dwTunnelConfigParamFlags;
    read_ikev2(tunnels.IkeConfigParams.TunnelConfigParams);
    read_l2tp(tunnels.L2tpConfigParams);
  }

  template <typename Config>
  static records::TunnelPorts ports(const Config& config) {
    return {config.dwNumPorts, config.dwPortFlags};
  }

  template <typename Parameters>
  void read_ikev2(const Parameters& ikev2) {
    constexpr int generation = ikev2_generation<Parameters>;
    auto& server = result_.server;
    server.ikev2_idle_timeout = ikev2.dwIdleTimeout;
    server.ikev2_network_blackout_time = ikev2.dwNetworkBlackoutTime;
    server.ikev2_sa_life_time = ikev2.dwSaLifeTime;
    server.ikev2_sa_data_size = ikev2.dwSaDataSizeForRenegotiation;
    server.ikev2_config_options = ikev2.dwConfigOptions;
    each(ikev2.certificateNames, ikev2.dwTotalCertificates,
         [this](const auto& name) { result_.certificates.push_back({blob(name)}); });
    if constexpr (generation >= 2) {
      server.has_ikev2_encryption = 1;
      server.ikev2_machine_certificate_name = blob(ikev2.machineCertificateName);
      server.ikev2_encryption_type = ikev2.dwEncryptionType;
      if (ikev2.customPolicy != nullptr) read_policy(*ikev2.customPolicy);
    }
    if constexpr (generation >= 3) {
      each(ikev2.certificateEKUs, ikev2.dwTotalEkus, [this](const abi::mpr::MPR_CERT_EKU& eku) {
        result_.ekus.push_back({eku.IsEKUOID != 0 ? 1u : 0u, text(eku.pwszEKU)});
      });
      server.ikev2_machine_certificate_hash = blob(ikev2.machineCertificateHash);
    }
    if constexpr (generation >= 4) {
      server.has_main_mode_life_times = 1;
      server.ikev2_main_mode_sa_life_time = ikev2.dwMmSaLifeTime;
    }
  }

  void read_policy(const abi::mpr::ROUTER_CUSTOM_IKEv2_POLICY0& policy) {
    auto& server = result_.server;
    server.has_ikev2_policy = 1;
    server.ikev2_integrity_method = policy.dwIntegrityMethod;
    server.ikev2_encryption_method = policy.dwEncryptionMethod;
    server.ikev2_cipher_transform = policy.dwCipherTransformConstant;
    server.ikev2_authentication_transform = policy.dwAuthTransformConstant;
    server.ikev2_pfs_group = policy.dwPfsGroup;
    server.ikev2_dh_group = policy.dwDhGroup;
  }

  void read_l2tp(const abi::mpr::L2TP_CONFIG_PARAMS0&) {}

  template <typename Parameters>
  void read_l2tp(const abi::mpr::TunnelConfig<Parameters>& l2tp) {
    auto& server = result_.server;
    server.has_l2tp_parameters = 1;
    server.l2tp_parameter_flags = l2tp.dwTunnelConfigParamFlags;
    server.l2tp_idle_timeout = l2tp.TunnelConfigParams.dwIdleTimeout;
    server.l2tp_encryption_type = l2tp.TunnelConfigParams.dwEncryptionType;
    server.l2tp_sa_life_time = l2tp.TunnelConfigParams.dwSaLifeTime;
    server.l2tp_sa_data_size = l2tp.TunnelConfigParams.dwSaDataSizeForRenegotiation;
    if constexpr (std::is_same_v<Parameters, abi::mpr::L2TP_TUNNEL_CONFIG_PARAMS2>) {
      server.l2tp_main_mode_sa_life_time = l2tp.TunnelConfigParams.dwMmSaLifeTime;
    }
  }

  template <typename Entry, typename Visit>
  void each(const Entry* entries, abi::DWORD count, Visit visit) {
    if (count == 0) return;
    if (entries == nullptr || count > kMostEntries) {
      result_.readable = false;
      return;
    }
    for (abi::DWORD i = 0; i < count; ++i) visit(entries[i]);
  }

  std::string blob(const abi::CRYPTOAPI_BLOB& blob) {
    if (blob.cbData == 0) return {};
    if (blob.pbData == nullptr || blob.cbData > kLargestBlob) {
      result_.readable = false;
      return {};
    }
    return {reinterpret_cast<const char*>(blob.pbData), blob.cbData};
  }

  // What MPR_CERT_EKU's size counts is documented nowhere; the text is terminated.
  static std::u16string text(const abi::WCHAR* text) {
    std::size_t length = 0;
    while (text != nullptr && length < kLongestText && text[length] != u'\0') ++length;
    return length == 0 ? std::u16string() : std::u16string(text, length);
  }

  ReadServerEx result_;
};

}  // namespace rras::api::mprapi
