#include "simulator/tunnels.h"

#include <tuple>

namespace rras::simulator {

using namespace abi;

namespace {

auto members(const Ikev2Setup& setup) {
  return std::tie(setup.idle_timeout, setup.network_blackout_time, setup.sa_life_time,
                  setup.sa_data_size, setup.config_options, setup.encryption_type,
                  setup.mm_sa_life_time, setup.certificates, setup.ekus);
}

auto members(const SstpSetup& setup) {
  return std::tie(setup.https, setup.certificate_algorithm, setup.default_certificate,
                  setup.certificate_hash);
}

}  // namespace

bool Ikev2Setup::operator==(const Ikev2Setup& other) const {
  return members(*this) == members(other);
}

bool SstpSetup::operator==(const SstpSetup& other) const {
  return members(*this) == members(other);
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
  // For IKEv2 and GRE no limit is documented.
  return tunnel == Tunnel::pptp ? pptp_ports_of_datacenter : datacenter;
}

bool allowed(const Ikev2Setup& setup) {
  constexpr DWORD least_seconds = 300;
  constexpr DWORD most_seconds = 17'279'999;
  constexpr DWORD least_blackout = 120;
  constexpr DWORD least_kilobytes = 1024;
  const auto is_time = [&](DWORD seconds) {
    return seconds >= least_seconds && seconds <= most_seconds;
  };
  return is_time(setup.idle_timeout) && is_time(setup.sa_life_time) &&
         setup.network_blackout_time >= least_blackout && setup.sa_data_size >= least_kilobytes;
}

}  // namespace rras::simulator
