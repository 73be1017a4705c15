// What a server is set up for: the tunnel protocols, how many ports of each there may be, and the
// parameters that the Ex functions read and set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "abi/windows_types.h"
#include "shared/server_ex_shapes.h"
#include "simulator/text.h"

namespace rras::simulator {

// The first four are numbered as their PortType is.
enum class Tunnel : std::uint8_t { pptp, l2tp, sstp, ikev2, gre };
constexpr std::size_t tunnel_count = 5;

enum class Edition : std::uint8_t { web, standard, datacenter };

namespace port_flag {
constexpr abi::DWORD ras = 1;
constexpr abi::DWORD routing = 2;
}  // namespace port_flag

struct TunnelSetup {
  abi::DWORD flags = port_flag::ras | port_flag::routing;
  // MaxWanEndpoints: the machine must be restarted before there can be more.
  abi::DWORD most_ports = 1000;
};

// A use that a client's certificate must be for: an object identifier or the name of one.
struct Eku {
  bool is_oid = true;
  Text text;

  bool operator==(const Eku& other) const { return is_oid == other.is_oid && text == other.text; }
};

// Everything that is set of the tunnels besides their ports.
struct TunnelParameters {
  TunnelParameters();

  // Holds the numbers that shared/server_ex_numbers.h lists as parameters, and nothing else.
  shared::server_ex::NewestTunnels numbers{};

  // The names of root certificates, encoded.
  std::vector<std::vector<std::uint8_t>> ikev2_certificates;
  std::vector<Eku> ikev2_ekus;

  bool sstp_https = true;
  bool sstp_default_certificate = true;
  std::vector<std::uint8_t> sstp_certificate_hash;
};

// `protocols` are bits of MPRAPI_SET_CONFIG_PROTOCOL.
bool same(const TunnelParameters& one, const TunnelParameters& other, abi::DWORD protocols);
void copy_parameters(const TunnelParameters& from, TunnelParameters& to, abi::DWORD protocols);

struct Tunnels {
  std::array<TunnelSetup, tunnel_count> each;
  // GRE tunnels are not ports of the model, so their number is kept here.
  abi::DWORD gre_ports = 0;
  TunnelParameters parameters;

  TunnelSetup& operator[](Tunnel tunnel) { return each[static_cast<std::size_t>(tunnel)]; }
  const TunnelSetup& operator[](Tunnel tunnel) const {
    return each[static_cast<std::size_t>(tunnel)];
  }
};

// How many ports one tunnel is to have.
struct PortRequest {
  Tunnel tunnel;
  abi::DWORD ports;
  abi::DWORD flags;
};

// What ServerSetInfo or ServerSetInfoEx asks for.
struct SetupRequest {
  std::vector<PortRequest> ports;
  // The protocols whose parameters are to be set, as bits of MPRAPI_SET_CONFIG_PROTOCOL.
  abi::DWORD protocols = 0;
  TunnelParameters parameters;
};

// The licence's limit.
abi::DWORD port_limit(Edition edition, Tunnel tunnel, abi::DWORD pptp_ports_of_datacenter);

// Whether the numbers of IKEv2 are within what the documentation allows.
bool allowed(const TunnelParameters& parameters);

}  // namespace rras::simulator
