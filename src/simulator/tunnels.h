// The configuration of a server: its tunnel protocols, the number of ports that each may have, and
// the parameters that the Ex functions read and set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "abi/windows_types.h"
#include "shared/server_ex_shapes.h"
#include "simulator/text.h"

namespace rras::simulator {

// The first four have the same numbers as in PortType.
enum class Tunnel : std::uint8_t { pptp, l2tp, sstp, ikev2, gre };
constexpr std::size_t tunnel_count = 5;

enum class Edition : std::uint8_t { web, standard, datacenter };

namespace port_flag {
constexpr abi::DWORD ras = 1;
constexpr abi::DWORD routing = 2;
}  // namespace port_flag

struct TunnelSetup {
  abi::DWORD flags = port_flag::ras | port_flag::routing;
  // MaxWanEndpoints: more ports need a restart of the machine.
  abi::DWORD most_ports = 1000;
};

// A purpose that a client's certificate must have: an object identifier or its name.
struct Eku {
  bool is_oid = true;
  Text text;

  bool operator==(const Eku& other) const { return is_oid == other.is_oid && text == other.text; }
};

// The settings of the tunnels apart from their ports.
struct TunnelParameters {
  TunnelParameters();

  // Only the numbers that shared/server_ex_numbers.h lists as parameters are used.
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

// The tunnels and the number of ports that each has.
struct Setup {
  Tunnels tunnels;
  std::array<abi::DWORD, tunnel_count> ports{};

  abi::DWORD ports_of(Tunnel tunnel) const { return ports[static_cast<std::size_t>(tunnel)]; }
};

// The number of ports that one tunnel should have.
struct PortRequest {
  Tunnel tunnel;
  abi::DWORD ports;
  abi::DWORD flags;
};

// The request of ServerSetInfo or ServerSetInfoEx.
struct SetupRequest {
  std::vector<PortRequest> ports;
  // The protocols whose parameters change, as bits of MPRAPI_SET_CONFIG_PROTOCOL.
  abi::DWORD protocols = 0;
  TunnelParameters parameters;
};

// The limit of the licence.
abi::DWORD port_limit(Edition edition, Tunnel tunnel, abi::DWORD pptp_ports_of_datacenter);

// Whether the numbers of IKEv2 are in the documented ranges.
bool allowed(const TunnelParameters& parameters);

}  // namespace rras::simulator
