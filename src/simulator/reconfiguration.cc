// A server applies new numbers of ports at once, after a delay, or at its next start.
#include <algorithm>
#include <utility>

#include "abi/mprapi/server_ex.h"
#include "abi/status.h"
#include "simulator/server.h"

namespace rras::simulator {

using namespace abi;

namespace {

PortType port_type(Tunnel tunnel) {
  return static_cast<PortType>(tunnel);
}

}  // namespace

std::size_t Server::port_count(Tunnel tunnel) const {
  if (tunnel == Tunnel::gre) {
    return tunnels.gre_ports;
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < ports_.size(); ++i) {
    if (ports_[i].type == port_type(tunnel)) ++count;
  }
  return count;
}

DWORD Server::reconfigure(SetupRequest request) {
  bool beyond_what_is_there = false;
  for (const PortRequest& wanted : request.ports) {
    const DWORD limit = port_limit(edition, wanted.tunnel, quirks.datacenter_pptp_ports);
    const bool routes_sstp =
        wanted.tunnel == Tunnel::sstp && (wanted.flags & port_flag::routing) != 0;
    if (wanted.ports > limit || (wanted.tunnel == Tunnel::pptp && wanted.ports == 0) ||
        (wanted.flags & ~(port_flag::ras | port_flag::routing)) != 0 ||
        (routes_sstp && !quirks.sstp_routing)) {
      return status::ERROR_INVALID_PARAMETER;
    }
    beyond_what_is_there |= wanted.ports > tunnels[wanted.tunnel].most_ports;
  }
  constexpr DWORD ikev2 = mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2;
  constexpr DWORD sstp = mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP;
  if ((request.protocols & ikev2) != 0 && !allowed(request.parameters)) {
    return status::ERROR_INVALID_PARAMETER;
  }
  const bool needs_restart =
      !same(request.parameters, tunnels.parameters, request.protocols & (ikev2 | sstp));
  // The service starts with what was stored last, so a later request also replaces one that waits.
  if (beyond_what_is_there || needs_restart || !for_next_start_.empty()) {
    for_next_start_.push_back(request);
  }
  if (beyond_what_is_there) return status::ERROR_SUCCESS_REBOOT_REQUIRED;
  if (needs_restart) return status::ERROR_SUCCESS_RESTART_REQUIRED;
  if (quirks.reconfiguration_delay > Clock::Time::zero()) {
    reconfigurations_.emplace(clock_.now() + quirks.reconfiguration_delay, std::move(request));
  } else {
    set_up(request);
  }
  return status::SUCCESS;
}

void Server::set_up(const SetupRequest& request) {
  for (const PortRequest& wanted : request.ports) {
    TunnelSetup& setup = tunnels[wanted.tunnel];
    setup.flags = wanted.flags;
    setup.most_ports = std::max(setup.most_ports, wanted.ports);
    set_port_count(wanted.tunnel, wanted.ports);
  }
  copy_parameters(request.parameters, tunnels.parameters, request.protocols);
}

// No document says which ports are removed. The simulator removes the newest idle ports first, and
// then the newest of the others.
void Server::set_port_count(Tunnel tunnel, DWORD wanted) {
  if (tunnel == Tunnel::gre) {
    tunnels.gre_ports = wanted;
    return;
  }
  const std::size_t there = port_count(tunnel);
  if (wanted >= there) {
    add_ports(port_type(tunnel), wanted - there);
    return;
  }
  std::size_t too_many = there - wanted;
  for (const bool in_use : {false, true}) {
    for (std::size_t i = ports_.size(); i > 0 && too_many > 0; --i) {
      Port& port = ports_[i - 1];
      if (port.type == port_type(tunnel) && (port.connection != nullptr) == in_use) {
        remove_port(port);
        --too_many;
      }
    }
  }
}

void Server::settle_reconfigurations() {
  while (!reconfigurations_.empty() && reconfigurations_.begin()->first <= clock_.now()) {
    const auto next = reconfigurations_.extract(reconfigurations_.begin());
    set_up(next.mapped());
  }
}

}  // namespace rras::simulator
