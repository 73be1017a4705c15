#include "simulator/tunnels.h"

#include <tuple>

#include "shared/server_ex_numbers.h"

namespace rras::simulator {

using namespace abi;
using shared::server_ex::for_each_parameter;
using shared::server_ex::kIkev2;
using shared::server_ex::kSstp;

namespace {

// The members that are not numbers.
auto members_of_ikev2(const TunnelParameters& parameters) {
  return std::tie(parameters.ikev2_certificates, parameters.ikev2_ekus);
}

auto members_of_sstp(const TunnelParameters& parameters) {
  return std::tie(parameters.sstp_https, parameters.sstp_default_certificate,
                  parameters.sstp_certificate_hash);
}

}  // namespace

TunnelParameters::TunnelParameters() {
  auto& ikev2 = numbers.IkeConfigParams.TunnelConfigParams;
  ikev2.dwIdleTimeout = 300;
  ikev2.dwNetworkBlackoutTime = 1800;
  ikev2.dwSaLifeTime = 28'800;
  ikev2.dwSaDataSizeForRenegotiation = 102'400;
  ikev2.dwEncryptionType = 3;
  ikev2.dwMmSaLifeTime = 28'800;
  auto& l2tp = numbers.L2tpConfigParams.TunnelConfigParams;
  l2tp.dwIdleTimeout = 300;
  l2tp.dwEncryptionType = 3;
  l2tp.dwSaLifeTime = 28'800;
  l2tp.dwSaDataSizeForRenegotiation = 102'400;
  l2tp.dwMmSaLifeTime = 28'800;
}

bool same(const TunnelParameters& one, const TunnelParameters& other, DWORD protocols) {
  bool same = true;
  for_each_parameter([&](const auto& number) {
    if ((protocols & number.protocol) != 0) {
      same = same && number.at(one.numbers) == number.at(other.numbers);
    }
  });
  if ((protocols & kIkev2) != 0) same = same && members_of_ikev2(one) == members_of_ikev2(other);
  if ((protocols & kSstp) != 0) same = same && members_of_sstp(one) == members_of_sstp(other);
  return same;
}

void copy_parameters(const TunnelParameters& from, TunnelParameters& to, DWORD protocols) {
  for_each_parameter([&](const auto& number) {
    if ((protocols & number.protocol) != 0) number.at(to.numbers) = number.at(from.numbers);
  });
  if ((protocols & kIkev2) != 0) {
    to.ikev2_certificates = from.ikev2_certificates;
    to.ikev2_ekus = from.ikev2_ekus;
  }
  if ((protocols & kSstp) != 0) {
    to.sstp_https = from.sstp_https;
    to.sstp_default_certificate = from.sstp_default_certificate;
    to.sstp_certificate_hash = from.sstp_certificate_hash;
  }
}

DWORD port_limit(Edition edition, Tunnel tunnel, DWORD pptp_ports_of_datacenter) {
  constexpr DWORD web = 1;
  constexpr DWORD standard = 1000;
  constexpr DWORD datacenter = 30'000;
  switch (edition) {
    case Edition::web:
      return web;
    case Edition::standard:
      return standard;
    case Edition::datacenter:
      break;
  }
  // No limit is documented for IKEv2 and GRE.
  return tunnel == Tunnel::pptp ? pptp_ports_of_datacenter : datacenter;
}

bool allowed(const TunnelParameters& parameters) {
  constexpr DWORD least_seconds = 300;
  constexpr DWORD most_seconds = 17'279'999;
  constexpr DWORD least_blackout = 120;
  constexpr DWORD least_kilobytes = 1024;
  const auto is_time = [&](DWORD seconds) {
    return seconds >= least_seconds && seconds <= most_seconds;
  };
  const auto& ikev2 = parameters.numbers.IkeConfigParams.TunnelConfigParams;
  return is_time(ikev2.dwIdleTimeout) && is_time(ikev2.dwSaLifeTime) &&
         ikev2.dwNetworkBlackoutTime >= least_blackout &&
         ikev2.dwSaDataSizeForRenegotiation >= least_kilobytes;
}

}  // namespace rras::simulator
