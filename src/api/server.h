// What can be asked of a server: one interface, spoken in three dialects. Every call blocks for as
// long as RPC blocks and has no time-out, so it runs on a lane.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "abi/rpc.h"
#include "api/connection.h"
#include "api/functions.h"
#include "api/names.h"
#include "api/outcome.h"
#include "api/port.h"
#include "api/secret.h"
#include "api/settings.h"
#include "records/tables.h"

namespace rras::api {

// One connected server. The API promises no thread safety: one call at a time. What an answer
// carries goes into tables, which count only when the outcome is a success. An operation that not
// every dialect has fails by default here: the dialects that lack it do not override it.
class Server {
 public:
  virtual ~Server() = default;

  // An operation that reads before it acts asks this in between: whether its caller has gone, so
  // that nothing is to be done any more. It then answers that it was cancelled.
  void stop_when(std::function<bool()> caller_has_gone) {
    caller_has_gone_ = std::move(caller_has_gone);
  }

  // Visits every port once, or those of one connection. `preferred` is the size in bytes that an
  // answer should have; 0xFFFFFFFF asks for everything at once. What was visited counts only when
  // the outcome is a success.
  virtual Outcome enum_ports(abi::DWORD preferred, std::optional<std::uint64_t> connection,
                             const PortVisitor& visit) = 0;

  // The port as in a listing, and what the dialect tells of it besides.
  virtual Outcome get_port(const PortTarget& /*port*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminPortGetInfo");
  }

  // With an expectation, the port is read first; where it is not met, nothing is done, the verdict
  // is port_changed and `changed` has seen the port as it is now.
  virtual Outcome disconnect_port(const PortTarget& port,
                                  const std::optional<Expectation>& expected,
                                  const PortVisitor& changed) = 0;
  virtual Outcome reset_port(const PortTarget& /*port*/,
                             const std::optional<Expectation>& /*expected*/,
                             const PortVisitor& /*changed*/) {
    return dialect_lacks("MprAdminPortReset");
  }
  virtual Outcome clear_port_stats(const PortTarget& /*port*/,
                                   const std::optional<Expectation>& /*expected*/,
                                   const PortVisitor& /*changed*/) {
    return dialect_lacks("MprAdminPortClearStats");
  }

  virtual Outcome is_service_running(records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminIsServiceRunning");
  }
  virtual Outcome is_service_initialized(records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminIsServiceInitialized");
  }

  // The server at the best level that it knows.
  virtual Outcome get_info(records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminServerGetInfo");
  }
  virtual Outcome set_info(const PortCounts& /*counts*/) {
    return dialect_lacks("MprAdminServerSetInfo");
  }

  // The server with all its tunnels: as the newest struct that it takes, or as that of a revision.
  virtual Outcome get_info_ex(std::optional<abi::DWORD> /*revision*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminServerGetInfoEx");
  }
  // Reads the server, and writes it back with what was given changed.
  virtual Outcome set_info_ex(std::optional<abi::DWORD> /*revision*/,
                              const ServerExSettings& /*settings*/) {
    return dialect_lacks("MprAdminServerSetInfoEx");
  }

  virtual Outcome get_error_string(abi::DWORD /*code*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminGetErrorString");
  }

  virtual Outcome is_domain_ras_server(const Name& /*domain*/, const Name& /*machine*/,
                                       records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminIsDomainRasServer");
  }
  virtual Outcome establish_domain_ras_server(const Name& /*domain*/, const Name& /*machine*/,
                                              bool /*enable*/) {
    return dialect_lacks("MprAdminEstablishDomainRasServer");
  }
  virtual Outcome get_pdc_server(const Name& /*domain*/, const Name& /*server*/,
                                 records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminGetPDCServer");
  }

  // The server's pre-shared key. To set an empty one deletes it.
  virtual Outcome get_credentials(Secret& /*key*/) {
    return dialect_lacks("MprAdminServerGetCredentials");
  }
  virtual Outcome set_credentials(Secret& /*key*/) {
    return dialect_lacks("MprAdminServerSetCredentials");
  }

  // Of an account on the server that keeps it, which need not be the connected one.
  virtual Outcome get_user(const Name& /*server*/, const std::u16string& /*user*/,
                           records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminUserGetInfo");
  }
  virtual Outcome set_user(const Name& /*server*/, const std::u16string& /*user*/,
                           const DialInRights& /*rights*/) {
    return dialect_lacks("MprAdminUserSetInfo");
  }

  virtual Outcome enum_devices(records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminDeviceEnum");
  }
  virtual Outcome get_transport(abi::DWORD /*id*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminTransportGetInfo");
  }

  // What connections there are, at the best level that the server has: the table connectionEx, or
  // connection0 with connection1 and connection3 or connection2, as far as there are such.
  virtual Outcome enum_connections(abi::DWORD /*preferred*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminConnectionEnum");
  }

  // The same tables, of one.
  virtual Outcome get_connection(std::uint64_t /*connection*/, records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminConnectionGetInfo");
  }

  // With an expectation, the connection is read first; where it is not met, nothing is done, the
  // verdict is connection_changed and the answer has the connection as it is now.
  //
  // Disconnects each port of the connection: they are in the answer, and what became of each. One
  // that fails does not stop the others, and gives the status.
  virtual Outcome disconnect_connection(std::uint64_t /*connection*/,
                                        const std::optional<ConnectionExpectation>& /*expected*/,
                                        records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminPortDisconnect");
  }
  virtual Outcome clear_connection_stats(std::uint64_t /*connection*/,
                                         const std::optional<ConnectionExpectation>& /*expected*/,
                                         records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminConnectionClearStats");
  }
  virtual Outcome remove_quarantine(std::uint64_t /*connection*/,
                                    const std::optional<ConnectionExpectation>& /*expected*/,
                                    records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminConnectionRemoveQuarantine");
  }
  // An IPv4 address in network byte order, of whoever has it.
  virtual Outcome remove_quarantine_by_address(abi::DWORD /*address*/) {
    return dialect_lacks("MprAdminConnectionRemoveQuarantine");
  }
  virtual Outcome send_user_message(std::uint64_t /*connection*/, const std::u16string& /*text*/,
                                    const std::optional<ConnectionExpectation>& /*expected*/,
                                    records::Tables& /*answer*/) {
    return dialect_lacks("MprAdminSendUserMessage");
  }
  virtual Outcome update_connection(std::uint64_t /*connection*/,
                                    const ConnectionUpdate& /*update*/) {
    return dialect_lacks("MprAdminUpdateConnection");
  }

  // Sets the event whenever something connects or disconnects, until it is deregistered: before the
  // event is closed, and before the server is disconnected.
  virtual Outcome register_notification(abi::HANDLE /*event*/) {
    return dialect_lacks("MprAdminRegisterConnectionNotification");
  }
  virtual Outcome deregister_notification(abi::HANDLE /*event*/) {
    return dialect_lacks("MprAdminDeregisterConnectionNotification");
  }

  // Ends the handle. To be called once, as the last call.
  virtual Outcome disconnect() = 0;

 protected:
  bool is_wanted() const { return !caller_has_gone_ || !caller_has_gone_(); }
  static Outcome unwanted(const AnyFunction& function) {
    return {Verdict::answered, abi::status::RPC_S_CALL_CANCELLED, function.name};
  }

 private:
  std::function<bool()> caller_has_gone_;
};

struct Connecting {
  Outcome outcome;
  std::unique_ptr<Server> server;
};

// A library and the way to speak to it. Never destroyed while the process lives: a call that
// hangs may be inside.
class Dialect {
 public:
  virtual ~Dialect() = default;

  virtual const char* name() const = 0;
  virtual const std::string& file() const = 0;

  // Cancels the call that a thread is in; null where nothing can.
  virtual abi::rpc::CancelThreadEx canceller() const = 0;

  // The operations that dialect and library can do, under the binding's names.
  virtual std::vector<const char*> operations() const = 0;

  // No name: the local server. A name comes without leading backslashes.
  virtual Connecting connect(const std::optional<std::u16string>& server) const = 0;
};

}  // namespace rras::api
