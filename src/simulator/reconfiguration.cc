// A server applies new numbers of ports at once, after a delay, or at its next start.
#include <algorithm>
#include <utility>

#include "abi/mprapi/server_ex.h"
#include "abi/status.h"
#include "simulator/server.h"

namespace rras::simulator {

using namespace abi;

namespace {

constexpr DWORD kIkev2Bit = mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2;
constexpr DWORD kSstpBit = mpr::MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP;

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

bool Server::is_allowed(const SetupRequest& request) const {
  for (const PortRequest& wanted : request.ports) {
    const DWORD limit = port_limit(edition, wanted.tunnel, quirks.datacenter_pptp_ports);
    const bool routes_sstp =
        wanted.tunnel == Tunnel::sstp && (wanted.flags & port_flag::routing) != 0;
    if (wanted.ports > limit || (wanted.tunnel == Tunnel::pptp && wanted.ports == 0) ||
        (wanted.flags & ~(port_flag::ras | port_flag::routing)) != 0 ||
        (routes_sstp && !quirks.sstp_routing)) {
      return false;
    }
  }
  return (request.protocols & kIkev2Bit) == 0 || allowed(request.parameters);
}

bool Server::is_beyond_what_is_there(const SetupRequest& request) const {
  return std::any_of(request.ports.begin(), request.ports.end(), [&](const PortRequest& wanted) {
    return wanted.ports > tunnels[wanted.tunnel].most_ports;
  });
}

DWORD Server::reconfigure(SetupRequest request) {
  if (!is_allowed(request)) return status::ERROR_INVALID_PARAMETER;
  const bool beyond_what_is_there = is_beyond_what_is_there(request);
  const bool needs_restart =
      !same(request.parameters, tunnels.parameters, request.protocols & (kIkev2Bit | kSstpBit));
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

DWORD Server::store(SetupRequest request) {
  if (!is_allowed(request)) return status::ERROR_INVALID_PARAMETER;
  const bool needs_reboot = is_beyond_what_is_there(request);
  for_next_start_.push_back(std::move(request));
  return needs_reboot ? status::ERROR_SUCCESS_REBOOT_REQUIRED : status::SUCCESS;
}

Setup Server::running_setup() const {
  Setup setup{tunnels, {}};
  for (std::size_t i = 0; i < tunnel_count; ++i) {
    setup.ports[i] = static_cast<DWORD>(port_count(static_cast<Tunnel>(i)));
  }
  return setup;
}

Setup Server::stored_setup() const {
  Setup setup = running_setup();
  const auto apply = [&](const SetupRequest& request) {
    for (const PortRequest& wanted : request.ports) {
      setup.ports[static_cast<std::size_t>(wanted.tunnel)] = wanted.ports;
      setup.tunnels[wanted.tunnel].flags = wanted.flags;
    }
    copy_parameters(request.parameters, setup.tunnels.parameters, request.protocols);
  };
  for (const auto& [when, request] : reconfigurations_) apply(request);
  for (const SetupRequest& request : for_next_start_) apply(request);
  return setup;
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
