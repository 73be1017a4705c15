// A connected server of any dialect, and the library that serves it. Every call blocks for as long
// as RPC blocks and has no time-out, so it runs on a lane.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "abi/rpc.h"
#include "api/functions.h"
#include "api/operation.h"
#include "api/outcome.h"

namespace rras::api {

// The API promises no thread safety: one call at a time.
class Server {
 public:
  explicit Server(const OperationTable& operations) : operations_(operations) {}
  virtual ~Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The operations of its dialect.
  const OperationTable& operations() const { return operations_; }

  // Releases the handle. Must be called once, as the last call.
  virtual Outcome disconnect() = 0;

  // The event is set whenever something connects or disconnects. It must be deregistered before it
  // is closed and before the server is disconnected.
  virtual Outcome register_notification(abi::HANDLE event) = 0;
  virtual Outcome deregister_notification(abi::HANDLE event) = 0;

  // `may_act` returns false if the caller has given up. Otherwise a caller that gives up later
  // learns that the operation may have changed something.
  void ask_before_acting(std::function<bool()> may_act) { may_act_ = std::move(may_act); }

  // To be asked right before each call that changes something.
  bool may_act() const { return !may_act_ || may_act_(); }

  // Calls a function that changes something, if the dialect and the library have it and the caller
  // has not given up.
  template <typename Pointer, typename... Arguments>
  Outcome act(const Function<Pointer>& function, Arguments... arguments) const {
    if (!function.exported()) return function.lacking();
    if (!may_act()) return unwanted(function);
    return {Verdict::answered, function.call(arguments...), function.name, true};
  }

 protected:
  // The outcome of an operation whose caller gave up before it acted. Nobody reads it.
  static Outcome unwanted(const AnyFunction& function) {
    return concluded(abi::status::RPC_S_CALL_CANCELLED, function.name);
  }

 private:
  const OperationTable& operations_;
  std::function<bool()> may_act_;
};

struct Connecting {
  Outcome outcome;
  std::unique_ptr<Server> server;
};

// The two sides of a server: the router that runs, and the configuration with which it starts.
enum class Side { running, stored };

// A library and the way to call it. Never destroyed while the process lives, because a call may
// hang inside.
class Dialect {
 public:
  virtual ~Dialect() = default;

  virtual const char* name() const = 0;
  virtual const std::string& file() const = 0;

  // The function that cancels the call of a thread; nullptr if there is none.
  virtual abi::rpc::CancelThreadEx canceller() const = 0;

  // The operations that the library supports in this dialect.
  virtual std::vector<const char*> operations(Side side) const = 0;

  // The functions of the library that may be called, under the names that it exports.
  virtual std::vector<const char*> functions(Side side) const = 0;

  // Without a name, the local server. A name has no leading backslashes.
  virtual Connecting connect(Side side, const std::optional<std::u16string>& server) const = 0;
};

}  // namespace rras::api
