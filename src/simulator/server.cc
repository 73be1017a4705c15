#include "simulator/server.h"

#include <string>
#include <utility>

namespace rras::simulator {

namespace {

// The ranges of handles of different kinds and servers do not overlap, nor do they overlap with
// ordinals. So a number that is used in the wrong place is never valid there by chance.
constexpr std::uint32_t handles_per_server = 1'000'000;
constexpr std::uint32_t first_port = 101;
constexpr std::uint32_t first_connection = 700'001;
constexpr std::uint32_t first_interface = 900'001;

struct Kind {
  const char16_t* name_prefix;
  std::uint32_t first_number;
  const char16_t* device;
  const char16_t* device_type;
  // No document says which speed a VPN port reports.
  std::uint32_t line_speed;
};

// The names of the devices are documented; the pattern of the names of ports is not.
const Kind& kind_of(PortType type) {
  static const Kind kinds[port_types] = {
      {u"VPN0-", 0, u"WAN Miniport (PPTP)", u"vpn", 0},
      {u"VPN1-", 0, u"WAN Miniport (L2TP)", u"vpn", 0},
      {u"VPN2-", 0, u"WAN Miniport (SSTP)", u"vpn", 0},
      {u"VPN3-", 0, u"WAN Miniport (IKEv2)", u"vpn", 0},
      {u"COM", 1, u"Standard 33600 bps Modem", u"modem", 33'600},
      {u"PORT", 1, u"", u"", 0},
  };
  return kinds[static_cast<std::size_t>(type)];
}

}  // namespace

Server::Server(Text server_name, std::uint32_t number, const Clock& clock)
    : name(std::move(server_name)),
      clock_(clock),
      number_(number),
      started_(clock.now()),
      first_port_handle_(number * handles_per_server + first_port),
      first_connection_handle_(number * handles_per_server + first_connection),
      next_port_handle_(first_port_handle_),
      next_connection_handle_(first_connection_handle_),
      next_interface_handle_(number * handles_per_server + first_interface) {}

std::uint64_t Server::next_handle(std::uint32_t& counter) {
  // PortEnum refuses 0 as a connection, and 0xFFFFFFFF means all of them.
  if (counter == 0 || counter == 0xFFFFFFFF) {
    counter = 1;
  }
  return counter++;
}

void Server::add_ports(PortType type, std::size_t count) {
  const Kind& kind = kind_of(type);
  std::uint32_t& named = named_[static_cast<std::size_t>(type)];
  by_name_.reserve_more(count);
  by_handle_.reserve_more(count);
  for (std::size_t i = 0; i < count; ++i) {
    PortByHand made;
    made.port.type = type;
    made.port.name = kind.name_prefix + decimal(kind.first_number + named++);
    made.port.media = u"rastapi";
    made.port.device = kind.device;
    made.port.device_type = kind.device_type;
    made.port.line_speed = kind.line_speed;
    if (type == PortType::modem) {
      // The example key of the documentation.
      made.port.parameters.push_back({"MAXCONNECTBPS", 0, kind.line_speed, std::nullopt});
    }
    initialize(add_port(std::move(made)));
  }
}

Port& Server::add_port(PortByHand by_hand) {
  // A resume handle has 24 bits for the ordinal.
  if (ports_.next() > 0xFFFFFF) {
    throw Mistake::impossible(
        u"The simulated server has used up its 16777215 ports, counting removed ones");
  }
  if (by_hand.connected && !running()) {
    throw Mistake::impossible(u"The service is stopped, so a port cannot have a connection");
  }
  Port& port = ports_.add(std::move(by_hand.port));
  if (!port.handle_by_hand) {
    port.handle = next_handle(next_port_handle_);
  }
  by_name_.add(folded(port.name), port);
  by_handle_.add(port.handle, port);
  if (by_hand.connected) {
    Connection* connection =
        by_hand.connection ? connection_by_handle(*by_hand.connection) : nullptr;
    if (connection == nullptr) {
      const Protocol protocol = protocol_for(Caller{}, port.type);
      connection = &connect(by_hand.tell, protocol, port.type, 1, by_hand.connection);
      establish(*connection, clock_.now() - std::chrono::seconds(by_hand.duration));
    }
    link(port, *connection);
  } else {
    port.idle_duration = by_hand.duration;
  }
  note_vacancy(port);
  return port;
}

void Server::remove_port(Port& port) {
  if (port.connection != nullptr) {
    drop(port);
  }
  vacant_[static_cast<std::size_t>(port.type)].erase(port.ordinal);
  by_name_.remove(folded(port.name), port);
  by_handle_.remove(port.handle, port);
  ports_.remove(port.ordinal);
}

std::uint32_t Server::ports_in_use() const {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < ports_.size(); ++i) {
    const Connection* connection = ports_[i].connection;
    count += connection != nullptr && connection->established ? 1 : 0;
  }
  return count;
}

Port* Server::port_by_name(TextView wanted) const {
  const Text key = folded(wanted);
  Port* exact = by_name_.find(key, [&](const Port& port) { return port.name == wanted; });
  return exact != nullptr ? exact : by_name_.find(key);
}

Port* Server::port_by_handle(std::uint64_t handle) const {
  return by_handle_.find(handle);
}

Connection* Server::connection_by_handle(std::uint64_t handle) const {
  return connections_by_handle_.find(
      handle, [](const Connection& connection) { return connection.established; });
}

Connection* Server::connection_by_address(TextView address) const {
  for (std::size_t i = 0; i < connections_.size(); ++i) {
    Connection& connection = connections_[i];
    if (connection.established && bounded(connection.projection.ip.wszRemoteAddress) == address) {
      return &connection;
    }
  }
  return nullptr;
}

void Server::begin_start() {
  if (service_ == Service::running) {
    stop();
  }
  if (service_ == Service::stopped) {
    started_ = clock_.now();
  }
  service_ = Service::initializing;
}

void Server::start() {
  if (running()) {
    return;
  }
  if (service_ == Service::stopped) {
    started_ = clock_.now();
  }
  service_ = Service::running;
  for (const SetupRequest& request : std::exchange(for_next_start_, {})) {
    set_up(request);
  }
  follow_stored_configuration();
  if (quirks.reuse_handles) {
    next_port_handle_ = first_port_handle_;
    next_connection_handle_ = first_connection_handle_;
  }
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    interfaces_[i].handle = next_handle(next_interface_handle_);
  }
  by_handle_.clear();
  for (std::size_t i = 0; i < ports_.size(); ++i) {
    Port& port = ports_[i];
    if (!port.handle_by_hand) {
      port.handle = next_handle(next_port_handle_);
    }
    by_handle_.add(port.handle, port);
    port.total_calls = 0;
    initialize(port);
  }
}

void Server::stop() {
  if (!running()) {
    service_ = Service::stopped;
    return;
  }
  while (connections_.size() > 0) {
    hang_up(connections_[connections_.size() - 1]);
  }
  // The remaining plans take initializing devices to LISTENING.
  const auto plans = std::exchange(plans_, {});
  for (const auto& [when, plan] : plans) {
    carry_out(plan, when);
  }
  reset_interfaces();
  // Registrations end with the service.
  events.clear();
  service_ = Service::stopped;
}

std::uint32_t Server::up_time() const {
  return service_ == Service::stopped ? 0 : whole_seconds(clock_.now() - started_);
}

}  // namespace rras::simulator
