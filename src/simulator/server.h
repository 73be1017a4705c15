// One simulated server: its ports, its connections, and how they change in time.
//
// The caller must hold the lock of the server's world.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "shared/secret.h"
#include "simulator/accounts.h"
#include "simulator/clock.h"
#include "simulator/event_roster.h"
#include "simulator/faults.h"
#include "simulator/generation.h"
#include "simulator/index.h"
#include "simulator/interface.h"
#include "simulator/mib.h"
#include "simulator/mistake.h"
#include "simulator/port.h"
#include "simulator/quirks.h"
#include "simulator/roster.h"
#include "simulator/stored_configuration.h"
#include "simulator/text.h"
#include "simulator/transports.h"
#include "simulator/tunnels.h"

namespace rras::simulator {

// The state of the service. While it initializes, it does not answer yet.
enum class Service : std::uint8_t { stopped, initializing, running };

class Server {
 public:
  // `number` selects the range of the handles, so that servers do not share handles.
  Server(Text name, std::uint32_t number, const Clock& clock);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  const Text name;
  bool lan_only = false;
  bool denied = false;
  // The service is paused: no interface is dialled.
  bool paused = false;
  Generation generation = Generation::windows_2016;
  // Like rassapi on Windows Server 2003: every function exists but is not implemented.
  bool not_implemented = false;
  Quirks quirks;
  FaultPlan faults;
  // Signalled when a connection comes or goes.
  EventRoster events;

  Edition edition = Edition::datacenter;
  Tunnels tunnels;
  // The targets of pointers that callers received. They live as long as the server.
  std::vector<std::shared_ptr<const void>> pointed_to;
  // The domain that the machine has joined; empty if there is none.
  Text domain;
  Accounts accounts;
  shared::Secret preshared_key;
  Transports transports;
  Mib mib;
  StoredConfiguration stored;
  // Copies of the stored configuration, by the folder that holds them.
  std::map<Text, StoredConfiguration> backups;

  // Brings ports and connections up to the time of the clock. Must be called before anything is
  // read.
  void settle();

  Service service() const { return service_; }
  bool running() const { return service_ == Service::running; }
  void start();
  // Starts the service, but it does not answer until start().
  void begin_start();
  // Ends all connections. All handles become invalid; the next start assigns new ones.
  void stop();

  const Roster<Port>& ports() const { return ports_; }
  const Roster<Connection>& connections() const { return connections_; }
  // A port with exactly this name is preferred to one that differs in case. Names and handles need
  // not be unique: the oldest port is found.
  Port* port_by_name(TextView name) const;
  Port* port_by_handle(std::uint64_t handle) const;
  // Established connections only.
  Connection* connection_by_handle(std::uint64_t handle) const;
  // `address` is the client's IPv4 address in the tunnel.
  Connection* connection_by_address(TextView address) const;

  void add_ports(PortType type, std::size_t count);
  Port& add_port(PortByHand by_hand);
  void remove_port(Port& port);
  std::size_t port_count(Tunnel tunnel) const;
  std::uint32_t ports_in_use() const;
  // Adds or removes ports of the tunnel.
  void set_port_count(Tunnel tunnel, abi::DWORD wanted);
  // Sets the blocks of a transport, running and stored.
  void set_transport(std::uint32_t id, Transport blocks);
  // Carries out ServerSetInfo, at once or later, and returns its status.
  abi::DWORD reconfigure(SetupRequest request);
  // The same for the stored configuration: it counts from the next start on.
  abi::DWORD store(SetupRequest request);
  // What runs, and what the service would start with.
  Setup running_setup() const;
  Setup stored_setup() const;

  Connection& dial_in(const Caller& caller);
  // The client hangs up: all its links or one of them.
  void hang_up(Connection& connection);
  void hang_up(Port& port);

  // An administrator's disconnect, which takes effect after the delay of the quirk. False if the
  // port has no established connection or is being disconnected already.
  bool disconnect(Port& port);

  // Seconds since the service started.
  std::uint32_t up_time() const;

  // interfaces.cc
  const Roster<Interface>& interfaces() const { return interfaces_; }
  Interface* interface_by_handle(std::uint64_t handle) const;
  // A name in other letter case is the same.
  Interface* interface_by_name(TextView name) const;
  Interface& add_interface(Interface one);
  // Ends its connection.
  void remove_interface(Interface& one);
  abi::DWORD state_of(const Interface& one) const;
  // Why it is unreachable, as bits.
  abi::DWORD unreachable_because(const Interface& one) const;
  // An interface that is disabled is disconnected.
  void set_enabled(Interface& one, bool enabled);
  // Begins an attempt to connect, and returns the status of MprAdminInterfaceConnect. The event is
  // signalled at the end of the attempt; without one it is null.
  abi::DWORD dial(Interface& one, abi::HANDLE event);
  // An administrator's disconnect, which takes effect after the delay of the quirk.
  abi::DWORD hang_up_interface(Interface& one);
  // It goes down by itself, and keeps the code of the reason.
  void bring_down(Interface& one, abi::DWORD reason);
  abi::DWORD update_routes(Interface& one, abi::DWORD protocol, abi::HANDLE event);
  abi::DWORD take_update_result(Interface& one, abi::DWORD protocol, abi::DWORD& result);

  // stored_configuration.cc
  // Stores the interface as it runs. One of this name must not be stored.
  void store_interface(const Interface& one, Text friendly_name);
  void store_transports(const Interface& one, StoredInterface& into);
  // It runs no more. The phone book keeps its entry.
  void shelve_interface(Interface& one);
  // A new interface with the entry that the phone book has under the name, if there is one.
  Interface from_phone_book(TextView name);

  // connection_life.cc
  // Traffic of a connection is spread over its links. Traffic of a port also counts for its
  // connection.
  void add_traffic(Connection& connection, const Traffic& traffic);
  void add_traffic(Port& port, const Traffic& traffic);
  // From now on traffic grows at this rate. It replaces the previous rate.
  void set_flow(Connection& connection, const Traffic& in_a_second);
  void clear_counters(Connection& connection);
  void clear_counters(Port& port);
  // The client cannot be reached, or can be reached again. Throws a Mistake unless the connection
  // is IKEv2.
  void set_dormant(Connection& connection, bool dormant);
  // Changes the end points of the tunnel (MOBIKE). An empty argument leaves that end unchanged.
  void switch_over(Connection& connection, TextView local_endpoint, TextView remote_endpoint);
  // With `probation` the connection ends after that time, unless the state changes before.
  void set_quarantine(Connection& connection, abi::DWORD state,
                      std::optional<Clock::Time> probation);
  // Calendar time since 1970: now plus the time that remains by the clock of this world.
  std::optional<Clock::Time> probation_end(const Connection& connection) const;
  abi::DWORD flags(const Connection& connection) const;

  std::uint32_t counter(const Connection& connection, Counter counter) const;
  std::uint32_t counter(const Port& port, Counter counter) const;
  // Seconds since the current connection was established.
  std::uint32_t duration(const Port& port) const;
  std::uint32_t duration(const Connection& connection) const;
  // The start of the connection, in seconds since 1970. It is chosen so that the time from then
  // until now is the connection's age by the clock of this world.
  std::uint32_t session_start(const Connection& connection) const;

 private:
  // A port advances from a stage, or a connection's probation ends.
  struct Plan {
    Ordinal port;
    Ordinal connection;
    std::uint32_t stage;
  };

  // reconfiguration.cc
  bool is_allowed(const SetupRequest& request) const;
  bool is_beyond_what_is_there(const SetupRequest& request) const;
  void set_up(const SetupRequest& request);
  void settle_reconfigurations();

  // What is planned for an interface: the end of an attempt or of an update, of a connection that
  // an administrator ends, or a look at its traffic.
  enum class InterfaceStep : std::uint8_t { end_attempt, leave, look_at_traffic };
  struct InterfacePlan {
    Ordinal one;
    std::uint32_t stage;
    InterfaceStep step;
  };

  // interfaces.cc
  void carry_out(const InterfacePlan& plan, Clock::Time when);
  void plan(const Interface& one, InterfaceStep step, Clock::Time when);
  bool is_within_hours(const Interface& one) const;
  void end_attempt(Interface& one, abi::DWORD status, Clock::Time when);
  abi::DWORD connect_to_other_router(Interface& one);
  void look_at_traffic(Interface& one, Clock::Time when);
  void note_end(const Connection& connection);
  void settle_updates();
  void reset_interfaces();
  // stored_configuration.cc
  void follow_stored_configuration();
  void follow_stored_interfaces();

  // life_cycle.cc
  void carry_out(const Plan& plan, Clock::Time when);
  void advance(Port& port, Clock::Time when);
  void change(Port& port, Condition condition);
  void plan_advance(const Port& port, Clock::Time when);
  void initialize(Port& port);
  void establish(Connection& connection, Clock::Time when);
  void drop(Port& port);
  Connection& connect(const Telling& tell, Protocol protocol, PortType port, std::size_t links,
                      std::optional<std::uint64_t> handle);
  Protocol protocol_for(const Caller& caller, PortType port) const;
  void link(Port& port, Connection& connection);
  void spread_flow(Connection& connection);
  void note_vacancy(const Port& port);
  std::vector<Port*> ports_for(const Caller& caller) const;
  Port* first_vacant() const;
  static std::uint64_t next_handle(std::uint32_t& counter);

  const Clock& clock_;
  const std::uint32_t number_;
  Service service_ = Service::running;
  Clock::Time started_;
  Roster<Port> ports_;
  Roster<Connection> connections_;
  Index<Text, Port> by_name_;
  Index<std::uint64_t, Port> by_handle_;
  Index<std::uint64_t, Connection> connections_by_handle_;
  // The idle ports of each type, so that dialling in need not search for one.
  std::array<std::set<Ordinal>, port_types> vacant_;
  std::multimap<Clock::Time, Plan> plans_;
  Roster<Interface> interfaces_;
  std::multimap<Clock::Time, InterfacePlan> interface_plans_;
  // The entries of demand-dial interfaces that do not run, by their folded names.
  std::map<Text, Interface> phone_book_;
  std::array<std::uint32_t, port_types> named_{};
  std::multimap<Clock::Time, SetupRequest> reconfigurations_;
  std::vector<SetupRequest> for_next_start_;

  const std::uint32_t first_port_handle_;
  const std::uint32_t first_connection_handle_;
  std::uint32_t next_port_handle_;
  std::uint32_t next_connection_handle_;
  std::uint32_t next_interface_handle_;
};

}  // namespace rras::simulator
