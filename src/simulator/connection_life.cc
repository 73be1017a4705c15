// Changes of an existing connection: traffic, quarantine, and a client that moves or is lost.
#include "simulator/server.h"

namespace rras::simulator {

using namespace abi;

void Server::add_traffic(Connection& connection, const Traffic& traffic) {
  connection.counters.add(traffic);
  for (std::size_t i = 0; i < connection.links.size(); ++i) {
    connection.links[i]->counters.add(share_of(traffic, i, connection.links.size()));
  }
}

void Server::add_traffic(Port& port, const Traffic& traffic) {
  port.counters.add(traffic);
  if (port.connection != nullptr) {
    port.connection->counters.add(traffic);
  }
}

void Server::set_flow(Connection& connection, const Traffic& in_a_second) {
  connection.counters.flow(in_a_second, clock_.now());
  spread_flow(connection);
}

void Server::spread_flow(Connection& connection) {
  for (std::size_t i = 0; i < connection.links.size(); ++i) {
    const Traffic share = share_of(connection.counters.flow(), i, connection.links.size());
    connection.links[i]->counters.flow(share, clock_.now());
  }
}

void Server::clear_counters(Connection& connection) {
  connection.counters.clear(clock_.now());
}

void Server::clear_counters(Port& port) {
  port.counters.clear(clock_.now());
}

void Server::set_dormant(Connection& connection, bool dormant) {
  if (connection.protocol != Protocol::ikev2) {
    throw Mistake::impossible(u"Only an IKEv2 connection can be dormant");
  }
  connection.dormant = dormant;
}

void Server::switch_over(Connection& connection, TextView local_endpoint,
                         TextView remote_endpoint) {
  if (!local_endpoint.empty()) {
    connection.local_endpoint = local_endpoint;
  }
  if (!remote_endpoint.empty()) {
    connection.remote_endpoint = remote_endpoint;
  }
  ++connection.switch_overs;
  connection.dormant = false;
}

void Server::set_quarantine(Connection& connection, DWORD state,
                            std::optional<Clock::Time> probation) {
  connection.quarantine = state;
  ++connection.quarantine_stage;
  connection.probation_ends.reset();
  if (probation) {
    connection.probation_ends = Clock::wall() + *probation;
    connection.stepped_at_probation = clock_.stepped();
    plans_.emplace(clock_.now() + *probation,
                   Plan{0, connection.ordinal, connection.quarantine_stage});
  }
}

std::optional<Clock::Time> Server::probation_end(const Connection& connection) const {
  if (!connection.probation_ends) {
    return std::nullopt;
  }
  return *connection.probation_ends - (clock_.stepped() - connection.stepped_at_probation);
}

DWORD Server::flags(const Connection& connection) const {
  const bool ikev2 = connection.protocol == Protocol::ikev2;
  const bool restricted = connection.quarantine == mpr::RAS_QUAR_STATE_QUARANTINE ||
                          connection.quarantine == mpr::RAS_QUAR_STATE_PROBATION;
  DWORD flags = ikev2 ? mpr::RAS_FLAGS_IKEV2_CONNECTION : mpr::RAS_FLAGS_PPP_CONNECTION;
  if (connection.messenger) {
    flags |= mpr::RAS_FLAGS_MESSENGER_PRESENT;
  }
  // Quarantine came with Windows Server 2003.
  if (restricted && generation >= Generation::windows_2003) {
    flags |= mpr::RAS_FLAGS_QUARANTINE_PRESENT;
  }
  if (connection.dormant) {
    flags |= mpr::RAS_FLAGS_DORMANT;
  }
  return flags | connection.more_flags;
}

std::uint32_t Server::counter(const Connection& connection, Counter counter) const {
  return connection.counters.shown(counter, clock_.now());
}

std::uint32_t Server::counter(const Port& port, Counter counter) const {
  return port.counters.shown(counter, clock_.now());
}

}  // namespace rras::simulator
