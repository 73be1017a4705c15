// What can be asked of a server: one interface, spoken in three dialects. Every call blocks for as
// long as RPC blocks and has no time-out, so it runs on a lane.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "abi/rpc.h"
#include "api/functions.h"
#include "api/outcome.h"
#include "api/port.h"
#include "records/tables.h"

namespace rras::api {

// One connected server. The API promises no thread safety: one call at a time. What an answer
// carries goes into tables, which count only when the outcome is a success. An operation that not
// every dialect has is answered here for those that have it not.
class Server {
 public:
  virtual ~Server() = default;

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

  // Ends the handle. To be called once, as the last call.
  virtual Outcome disconnect() = 0;
};

struct Connecting {
  Outcome outcome;
  std::unique_ptr<Server> server;
};

// A library and the way to speak to it. Never destroyed while the process lives: a call that hangs
// may be inside.
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
