// A server with all its tunnels. The struct of the API grew four times, so the record holds every
// field of the newest revision and marks those that the revision read does not have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace rras::records {

struct TunnelPorts {
  std::uint32_t count = 0;
  std::uint32_t flags = 0;
};

struct ServerEx {
  std::uint32_t revision = 0;  // of the struct that the server filled in
  std::uint32_t lan_only = 0;
  std::uint32_t up_time = 0;
  std::uint32_t total_ports = 0;
  std::uint32_t ports_in_use = 0;

  TunnelPorts pptp;
  TunnelPorts l2tp;
  TunnelPorts sstp;
  TunnelPorts ikev2;
  std::uint32_t has_gre = 0;
  TunnelPorts gre;

  std::uint32_t sstp_uses_https = 0;
  std::uint32_t sstp_certificate_algorithm = 0;
  std::uint32_t sstp_certificate_is_default = 0;
  std::string sstp_certificate;

  std::uint32_t ikev2_parameter_flags = 0;
  std::uint32_t ikev2_idle_timeout = 0;
  std::uint32_t ikev2_network_blackout_time = 0;
  std::uint32_t ikev2_sa_life_time = 0;
  std::uint32_t ikev2_sa_data_size = 0;
  std::uint32_t ikev2_config_options = 0;

  std::uint32_t has_ikev2_encryption = 0;  // since Windows 8
  std::string ikev2_machine_certificate_name;
  std::uint32_t ikev2_encryption_type = 0;
  std::uint32_t has_ikev2_policy = 0;  // since Windows 8, and only where one is set
  std::uint32_t ikev2_integrity_method = 0;
  std::uint32_t ikev2_encryption_method = 0;
  std::uint32_t ikev2_cipher_transform = 0;
  std::uint32_t ikev2_authentication_transform = 0;
  std::uint32_t ikev2_pfs_group = 0;
  std::uint32_t ikev2_dh_group = 0;
  std::string ikev2_machine_certificate_hash;  // since Windows 8.1

  std::uint32_t has_l2tp_parameters = 0;  // since Windows 8.1
  std::uint32_t l2tp_parameter_flags = 0;
  std::uint32_t l2tp_idle_timeout = 0;
  std::uint32_t l2tp_encryption_type = 0;
  std::uint32_t l2tp_sa_life_time = 0;
  std::uint32_t l2tp_sa_data_size = 0;

  std::uint32_t has_main_mode_life_times = 0;  // since Windows 10
  std::uint32_t ikev2_main_mode_sa_life_time = 0;
  std::uint32_t l2tp_main_mode_sa_life_time = 0;
};

inline constexpr auto kServerEx = record(
    "serverEx", u32("revision", &ServerEx::revision), u32("lanOnly", &ServerEx::lan_only),
    u32("upTime", &ServerEx::up_time), u32("totalPorts", &ServerEx::total_ports),
    u32("portsInUse", &ServerEx::ports_in_use),
    part(&ServerEx::pptp,
         group(u32("pptpPorts", &TunnelPorts::count), u32("pptpFlags", &TunnelPorts::flags))),
    part(&ServerEx::l2tp,
         group(u32("l2tpPorts", &TunnelPorts::count), u32("l2tpFlags", &TunnelPorts::flags))),
    part(&ServerEx::sstp,
         group(u32("sstpPorts", &TunnelPorts::count), u32("sstpFlags", &TunnelPorts::flags))),
    part(&ServerEx::ikev2,
         group(u32("ikev2Ports", &TunnelPorts::count), u32("ikev2Flags", &TunnelPorts::flags))),
    u32("hasGre", &ServerEx::has_gre),
    part(&ServerEx::gre,
         group(u32("grePorts", &TunnelPorts::count), u32("greFlags", &TunnelPorts::flags))),
    u32("sstpUsesHttps", &ServerEx::sstp_uses_https),
    u32("sstpCertificateAlgorithm", &ServerEx::sstp_certificate_algorithm),
    u32("sstpCertificateIsDefault", &ServerEx::sstp_certificate_is_default),
    bytes("sstpCertificate", &ServerEx::sstp_certificate),
    u32("ikev2ParameterFlags", &ServerEx::ikev2_parameter_flags),
    u32("ikev2IdleTimeout", &ServerEx::ikev2_idle_timeout),
    u32("ikev2NetworkBlackoutTime", &ServerEx::ikev2_network_blackout_time),
    u32("ikev2SaLifeTime", &ServerEx::ikev2_sa_life_time),
    u32("ikev2SaDataSize", &ServerEx::ikev2_sa_data_size),
    u32("ikev2ConfigOptions", &ServerEx::ikev2_config_options),
    u32("hasIkev2Encryption", &ServerEx::has_ikev2_encryption),
    bytes("ikev2MachineCertificateName", &ServerEx::ikev2_machine_certificate_name),
    u32("ikev2EncryptionType", &ServerEx::ikev2_encryption_type),
    u32("hasIkev2Policy", &ServerEx::has_ikev2_policy),
    u32("ikev2IntegrityMethod", &ServerEx::ikev2_integrity_method),
    u32("ikev2EncryptionMethod", &ServerEx::ikev2_encryption_method),
    u32("ikev2CipherTransform", &ServerEx::ikev2_cipher_transform),
    u32("ikev2AuthenticationTransform", &ServerEx::ikev2_authentication_transform),
    u32("ikev2PfsGroup", &ServerEx::ikev2_pfs_group),
    u32("ikev2DhGroup", &ServerEx::ikev2_dh_group),
    bytes("ikev2MachineCertificateHash", &ServerEx::ikev2_machine_certificate_hash),
    u32("hasL2tpParameters", &ServerEx::has_l2tp_parameters),
    u32("l2tpParameterFlags", &ServerEx::l2tp_parameter_flags),
    u32("l2tpIdleTimeout", &ServerEx::l2tp_idle_timeout),
    u32("l2tpEncryptionType", &ServerEx::l2tp_encryption_type),
    u32("l2tpSaLifeTime", &ServerEx::l2tp_sa_life_time),
    u32("l2tpSaDataSize", &ServerEx::l2tp_sa_data_size),
    u32("hasMainModeLifeTimes", &ServerEx::has_main_mode_life_times),
    u32("ikev2MainModeSaLifeTime", &ServerEx::ikev2_main_mode_sa_life_time),
    u32("l2tpMainModeSaLifeTime", &ServerEx::l2tp_main_mode_sa_life_time));

// The certificates that clients may be authenticated against, by the names of their issuers.
struct Ikev2Certificate {
  std::string name;
};

inline constexpr auto kIkev2Certificate =
    record("ikev2Certificate", bytes("name", &Ikev2Certificate::name));

// A use that a certificate must be for.
struct Ikev2Eku {
  std::uint32_t is_oid;
  std::u16string eku;
};

inline std::u16string_view text_of(const Ikev2Eku& eku) {
  return eku.eku;
}

inline constexpr auto kIkev2Eku =
    record("ikev2Eku", u32("isOid", &Ikev2Eku::is_oid), text("eku", text_of));

}  // namespace rras::records
