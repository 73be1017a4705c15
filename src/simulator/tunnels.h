// What a server is set up for: the tunnel protocols, how many ports of each there may be, and what
// the Ex functions tell of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "abi/windows_types.h"
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
  // MaxWanEndpoints: for more than these the machine has to be restarted.
  abi::DWORD most_ports = 1000;
};

// What a client's certificate is to be for: an object identifier or a name of one.
struct Eku {
  bool is_oid = true;
  Text text;

  bool operator==(const Eku& other) const { return is_oid == other.is_oid && text == other.text; }
};

struct Ikev2Setup {
  abi::DWORD idle_timeout = 300;
  abi::DWORD network_blackout_time = 1800;
  abi::DWORD sa_life_time = 28'800;
  abi::DWORD sa_data_size = 102'400;
  abi::DWORD config_options = 0;
  abi::DWORD encryption_type = 3;
  abi::DWORD mm_sa_life_time = 28'800;
  // The names of root certificates, encoded.
  std::vector<std::vector<std::uint8_t>> certificates;
  std::vector<Eku> ekus;

  bool operator==(const Ikev2Setup& other) const;
};

struct L2tpSetup {
  abi::DWORD idle_timeout = 300;
  abi::DWORD encryption_type = 3;
  abi::DWORD sa_life_time = 28'800;
  abi::DWORD sa_data_size = 102'400;
  abi::DWORD mm_sa_life_time = 28'800;
};

struct SstpSetup {
  bool https = true;
  abi::DWORD certificate_algorithm = 0;
  bool default_certificate = true;
  std::vector<std::uint8_t> certificate_hash;

  bool operator==(const SstpSetup& other) const;
};

struct Tunnels {
  std::array<TunnelSetup, tunnel_count> each;
  // GRE tunnels are no ports of the model, so their number is kept here.
  abi::DWORD gre_ports = 0;
  Ikev2Setup ikev2;
  L2tpSetup l2tp;
  SstpSetup sstp;

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
  std::optional<Ikev2Setup> ikev2;
  std::optional<L2tpSetup> l2tp;
  std::optional<SstpSetup> sstp;
};

// The licence's limit.
abi::DWORD port_limit(Edition edition, Tunnel tunnel, abi::DWORD pptp_ports_of_datacenter);

// Whether the numbers are within what the documentation allows.
bool allowed(const Ikev2Setup& setup);

}  // namespace rras::simulator
