// The life of a port: INITIALIZING, LISTENING, AUTHENTICATING, perhaps CALLING_BACK, AUTHENTICATED,
// then the condition that a quirk sets for a port being disconnected, and LISTENING again. The
// documentation describes only parts of this. A step takes the time that the test sets, by default
// none.
#include <algorithm>
#include <utility>

#include "simulator/connection_defaults.h"
#include "simulator/server.h"

namespace rras::simulator {

void Server::settle() {
  const Clock::Time now = clock_.now();
  settle_reconfigurations();
  const auto is_due = [now](const auto& plans) {
    return !plans.empty() && plans.begin()->first <= now;
  };
  const auto carry_out_first = [this](auto& plans) {
    const auto [when, plan] = *plans.begin();
    plans.erase(plans.begin());
    carry_out(plan, when);
  };
  // In the order of their times. Carrying out a plan can add plans that are due already.
  while (is_due(plans_) || is_due(interface_plans_)) {
    const bool is_port_first =
        is_due(plans_) &&
        (!is_due(interface_plans_) || plans_.begin()->first <= interface_plans_.begin()->first);
    if (is_port_first) {
      carry_out_first(plans_);
    } else {
      carry_out_first(interface_plans_);
    }
  }
  settle_updates();
}

void Server::carry_out(const Plan& plan, Clock::Time when) {
  Connection* connection = connections_.find(plan.connection);
  if (connection != nullptr && connection->quarantine_stage == plan.stage) {
    hang_up(*connection);
  }
  Port* port = ports_.find(plan.port);
  if (port != nullptr && port->stage == plan.stage) {
    advance(*port, when);
  }
}

void Server::advance(Port& port, Clock::Time when) {
  if (port.leaving) {
    drop(port);
  } else if (port.connection == nullptr) {
    change(port, condition::listening);
  } else if (port.condition == condition::authenticating &&
             port.connection->callback > Clock::Time::zero()) {
    change(port, condition::calling_back);
    plan_advance(port, when + port.connection->callback);
  } else {
    change(port, condition::authenticated);
    establish(*port.connection, when);
  }
}

void Server::change(Port& port, Condition condition) {
  port.condition = condition;
  port.idle_duration = 0;
  ++port.stage;
  note_vacancy(port);
}

void Server::plan_advance(const Port& port, Clock::Time when) {
  plans_.emplace(when, Plan{port.ordinal, 0, port.stage});
}

void Server::initialize(Port& port) {
  const bool ready = port.condition == condition::listening && port.connection == nullptr;
  if (running() && ready && quirks.initialization_time > Clock::Time::zero()) {
    change(port, condition::initializing);
    plan_advance(port, clock_.now() + quirks.initialization_time);
  }
}

void Server::note_vacancy(const Port& port) {
  std::set<Ordinal>& vacant = vacant_[static_cast<std::size_t>(port.type)];
  if (port.condition == condition::listening && port.connection == nullptr) {
    vacant.insert(port.ordinal);
  } else {
    vacant.erase(port.ordinal);
  }
}

Port* Server::first_vacant() const {
  Port* first = nullptr;
  for (const std::set<Ordinal>& vacant : vacant_) {
    if (!vacant.empty() && (first == nullptr || *vacant.begin() < first->ordinal)) {
      first = ports_.find(*vacant.begin());
    }
  }
  return first;
}

std::vector<Port*> Server::ports_for(const Caller& caller) const {
  std::vector<Port*> ports;
  Port* first = caller.port;
  if (first != nullptr) {
    if (vacant_[static_cast<std::size_t>(first->type)].count(first->ordinal) == 0) {
      throw Mistake::impossible(u"The port " + first->name + u" is not waiting for a call");
    }
    ports.push_back(first);
  } else if (!caller.type) {
    first = first_vacant();
  }
  if (first != nullptr || caller.type) {
    const PortType type = first != nullptr ? first->type : *caller.type;
    for (const Ordinal ordinal : vacant_[static_cast<std::size_t>(type)]) {
      if (ports.size() == caller.links) {
        break;
      }
      if (caller.port == nullptr || ordinal != caller.port->ordinal) {
        ports.push_back(ports_.find(ordinal));
      }
    }
  }
  if (ports.empty() || ports.size() < caller.links) {
    throw Mistake::impossible(u"Not enough ports wait for a call: " + decimal(caller.links) +
                              u" needed, " + decimal(ports.size()) + u" waiting");
  }
  return ports;
}

Connection& Server::connect(const Telling& tell, Protocol protocol, PortType port,
                            std::size_t links, std::optional<std::uint64_t> handle) {
  Connection connection;
  static_cast<ConnectionDetails&>(connection) =
      default_details(number_, connections_.next(), protocol, port, links);
  connection.handle = handle ? *handle : next_handle(next_connection_handle_);
  connection.interface_handle = next_handle(next_interface_handle_);
  connection.protocol = protocol;
  if (tell) {
    tell(connection);
  }
  Connection& added = connections_.add(std::move(connection));
  connections_by_handle_.add(added.handle, added);
  return added;
}

// The default protocol follows from the type of the port, if the server is new enough for it.
Protocol Server::protocol_for(const Caller& caller, PortType port) const {
  const bool has_ikev2 = generation >= Generation::windows_2008_r2;
  if (caller.protocol == Protocol::ikev2 && !has_ikev2) {
    throw Mistake::impossible(
        u"The server is too old for IKEv2, which needs Windows Server 2008 R2");
  }
  const bool by_port = port == PortType::ikev2 && has_ikev2;
  return caller.protocol.value_or(by_port ? Protocol::ikev2 : Protocol::ppp);
}

void Server::link(Port& port, Connection& connection) {
  port.connection = &connection;
  port.counters = Counters();
  connection.links.push_back(&port);
}

void Server::establish(Connection& connection, Clock::Time when) {
  if (connection.established) {
    return;
  }
  connection.established = true;
  connection.started = when;
  connection.wall_started = Clock::wall() - (clock_.now() - when);
  connection.stepped_then = clock_.stepped();
  events.signal();
}

Connection& Server::dial_in(const Caller& caller) {
  if (!running()) {
    throw Mistake::impossible(u"The service is stopped, so nobody can dial in");
  }
  const std::vector<Port*> ports = ports_for(caller);
  const PortType type = ports.front()->type;
  Connection& connection =
      connect(caller.tell, protocol_for(caller, type), type, ports.size(), caller.handle);
  connection.callback = caller.callback;
  for (Port* port : ports) {
    link(*port, connection);
    ++port->total_calls;
    if (caller.authentication > Clock::Time::zero()) {
      change(*port, condition::authenticating);
      plan_advance(*port, clock_.now() + caller.authentication);
    } else {
      // advance() takes a port in this condition to the next.
      port->condition = condition::authenticating;
      advance(*port, clock_.now());
    }
  }
  return connection;
}

void Server::drop(Port& port) {
  Connection* connection = std::exchange(port.connection, nullptr);
  auto& links = connection->links;
  links.erase(std::remove(links.begin(), links.end(), &port), links.end());
  port.counters.flow({}, clock_.now());
  spread_flow(*connection);
  if (links.empty()) {
    const bool was_shown = connection->established;
    note_end(*connection);
    connections_by_handle_.remove(connection->handle, *connection);
    connections_.remove(connection->ordinal);
    if (was_shown) {
      events.signal();
    }
  }
  port.leaving = false;
  change(port, condition::listening);
}

void Server::hang_up(Connection& connection) {
  const std::vector<Port*> links = connection.links;
  for (Port* port : links) {
    drop(*port);
  }
}

void Server::hang_up(Port& port) {
  if (port.connection == nullptr) {
    throw Mistake::impossible(u"Nobody is on the port " + port.name);
  }
  drop(port);
}

bool Server::disconnect(Port& port) {
  if (port.connection == nullptr || !port.connection->established || port.leaving) {
    return false;
  }
  if (quirks.disconnect_delay > Clock::Time::zero()) {
    port.leaving = true;
    change(port, quirks.disconnecting_condition);
    plan_advance(port, clock_.now() + quirks.disconnect_delay);
  } else {
    drop(port);
  }
  return true;
}

std::uint32_t Server::duration(const Connection& connection) const {
  return connection.established ? whole_seconds(clock_.now() - connection.started) : 0;
}

std::uint32_t Server::duration(const Port& port) const {
  return port.connection != nullptr ? duration(*port.connection) : port.idle_duration;
}

std::uint32_t Server::session_start(const Connection& connection) const {
  const Clock::Time stepped = clock_.stepped() - connection.stepped_then;
  return connection.established ? whole_seconds(connection.wall_started - stepped) : 0;
}

}  // namespace rras::simulator
