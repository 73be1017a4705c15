// Writes the model's tunnels to an MPRAPI_TUNNEL_CONFIG_PARAMS of any shape, and reads them back.
#pragma once

#include <memory>
#include <vector>

#include "abi/mprapi/server.h"
#include "abi/mprapi/server_ex.h"
#include "shared/server_ex_numbers.h"
#include "simulator/server.h"

namespace rras::simulator {

// The targets of the pointers in an answer. The API names no function that frees them, so they live
// as long as the server.
struct PointedTo {
  TunnelParameters parameters;
  std::vector<abi::CERT_NAME_BLOB> certificates;
  std::vector<abi::mpr::MPR_CERT_EKU> ekus;

  explicit PointedTo(const TunnelParameters& all);
};

template <typename Config>
void write_ports(const Setup& setup, Tunnel tunnel, Config& into) {
  into.dwNumPorts = setup.ports_of(tunnel);
  into.dwPortFlags = setup.tunnels[tunnel].flags;
}

template <typename Wire>
void write_tunnels(Server& server, const Setup& setup, Wire& into) {
  namespace fields = shared::server_ex;
  auto pointed = std::make_shared<PointedTo>(setup.tunnels.parameters);
  TunnelParameters& parameters = pointed->parameters;
  write_ports(setup, Tunnel::ikev2, into.IkeConfigParams);
  write_ports(setup, Tunnel::pptp, into.PptpConfigParams);
  write_ports(setup, Tunnel::l2tp, into.L2tpConfigParams);
  write_ports(setup, Tunnel::sstp, into.SstpConfigParams);
  if constexpr (fields::has<decltype(fields::kGreConfig), Wire>) {
    write_ports(setup, Tunnel::gre, into.GREConfigParams);
  }
  fields::for_each_parameter([&](const auto& number) {
    if constexpr (fields::has<decltype(number.at), Wire>) {
      number.at(into) = number.at(parameters.numbers);
    }
  });
  auto& ikev2 = into.IkeConfigParams.TunnelConfigParams;
  ikev2.dwTotalCertificates = static_cast<abi::DWORD>(pointed->certificates.size());
  ikev2.certificateNames = pointed->certificates.empty() ? nullptr : pointed->certificates.data();
  if constexpr (fields::has<decltype(fields::kEkus), Wire>) {
    ikev2.dwTotalEkus = static_cast<abi::DWORD>(pointed->ekus.size());
    ikev2.certificateEKUs = pointed->ekus.empty() ? nullptr : pointed->ekus.data();
  }
  std::vector<std::uint8_t>& hash = parameters.sstp_certificate_hash;
  into.SstpConfigParams.isUseHttps = parameters.sstp_https ? 1 : 0;
  into.SstpConfigParams.sstpCertDetails = {
      parameters.sstp_default_certificate ? 1 : 0,
      {static_cast<abi::DWORD>(hash.size()), hash.empty() ? nullptr : hash.data()}};
  if (!pointed->certificates.empty() || !pointed->ekus.empty() || !hash.empty()) {
    server.pointed_to.push_back(std::move(pointed));
  }
}

std::vector<std::uint8_t> bytes_of(const abi::CRYPTOAPI_BLOB& blob);

template <typename Parameters>
void read_certificates(const Parameters& from, TunnelParameters& into) {
  into.ikev2_certificates.clear();
  for (abi::DWORD i = 0; from.certificateNames != nullptr && i < from.dwTotalCertificates; ++i) {
    into.ikev2_certificates.push_back(bytes_of(from.certificateNames[i]));
  }
}

template <typename Parameters>
void read_ekus(const Parameters& from, TunnelParameters& into) {
  into.ikev2_ekus.clear();
  for (abi::DWORD i = 0; from.certificateEKUs != nullptr && i < from.dwTotalEkus; ++i) {
    const auto& eku = from.certificateEKUs[i];
    into.ikev2_ekus.push_back({eku.IsEKUOID != 0, eku.pwszEKU == nullptr ? Text() : eku.pwszEKU});
  }
}

// What a server tells besides its tunnels.
inline abi::mpr::MPR_SERVER_0 running_state(const Server& server) {
  return {server.lan_only ? 1 : 0, server.up_time(), static_cast<abi::DWORD>(server.ports().size()),
          server.ports_in_use()};
}

// The registry has nothing of what changes while the service runs.
inline abi::mpr::MPR_SERVER_0 stored_state(const Server& server, const Setup& setup) {
  abi::DWORD ports = 0;
  for (const abi::DWORD of_tunnel : setup.ports) ports += of_tunnel;
  return {server.stored.lan_only.value_or(server.lan_only) ? 1 : 0, 0, ports, 0};
}

// Only the header of the caller's struct is initialized.
template <typename Tunnels>
void write_server(Server& server, const Setup& setup, const abi::mpr::MPR_SERVER_0& state,
                  abi::mpr::MPRAPI_OBJECT_HEADER* header) {
  auto& info = *reinterpret_cast<abi::mpr::ServerEx<Tunnels>*>(header);
  const abi::mpr::MPRAPI_OBJECT_HEADER asked = *header;
  info = {};
  info.Header = asked;
  info.fLanOnlyMode = state.fLanOnlyMode == 0 ? 0 : 1;
  info.dwUpTime = state.dwUpTime;
  info.dwTotalPorts = state.dwTotalPorts;
  info.dwPortsInUse = state.dwPortsInUse;
  write_tunnels(server, setup, info.ConfigParams);
}

// `mask` has the protocols to configure. Settings that the shape lacks stay unchanged.
template <typename Wire>
SetupRequest read_tunnels(const TunnelParameters& before, const Wire& from, abi::DWORD mask) {
  namespace fields = shared::server_ex;
  SetupRequest request;
  const auto take = [&](abi::DWORD bit, Tunnel tunnel, const auto& config) {
    if ((mask & bit) != 0) {
      request.ports.push_back({tunnel, config.dwNumPorts, config.dwPortFlags});
    }
  };
  take(fields::kPptp, Tunnel::pptp, from.PptpConfigParams);
  take(fields::kL2tp, Tunnel::l2tp, from.L2tpConfigParams);
  take(fields::kSstp, Tunnel::sstp, from.SstpConfigParams);
  take(fields::kIkev2, Tunnel::ikev2, from.IkeConfigParams);
  if constexpr (fields::has<decltype(fields::kGreConfig), const Wire>) {
    take(fields::kGre, Tunnel::gre, from.GREConfigParams);
  }
  TunnelParameters& parameters = request.parameters;
  parameters = before;
  fields::for_each_parameter([&](const auto& number) {
    if constexpr (fields::has<decltype(number.at), const Wire>) {
      if ((mask & number.protocol) != 0) {
        request.protocols |= number.protocol;
        number.at(parameters.numbers) = number.at(from);
      }
    }
  });
  if ((mask & fields::kIkev2) != 0) {
    const auto& ikev2 = from.IkeConfigParams.TunnelConfigParams;
    read_certificates(ikev2, parameters);
    if constexpr (fields::has<decltype(fields::kEkus), const Wire>) read_ekus(ikev2, parameters);
  }
  if ((mask & fields::kSstp) != 0) {
    const auto& sstp = from.SstpConfigParams;
    parameters.sstp_https = sstp.isUseHttps != 0;
    parameters.sstp_default_certificate = sstp.sstpCertDetails.isDefault != 0;
    parameters.sstp_certificate_hash = bytes_of(sstp.sstpCertDetails.certBlob);
  }
  return request;
}

}  // namespace rras::simulator
