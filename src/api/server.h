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

  // An operation that reads before it acts checks, before acting, that its caller has not given up.
  // Otherwise it does nothing and reports that it was cancelled.
  void stop_when(std::function<bool()> caller_has_gone) {
    caller_has_gone_ = std::move(caller_has_gone);
  }
  bool is_wanted() const { return !caller_has_gone_ || !caller_has_gone_(); }

 private:
  const OperationTable& operations_;
  std::function<bool()> caller_has_gone_;
};

inline Outcome unwanted(const AnyFunction& function) {
  return {Verdict::answered, abi::status::RPC_S_CALL_CANCELLED, function.name};
}

struct Connecting {
  Outcome outcome;
  std::unique_ptr<Server> server;
};

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
  virtual std::vector<const char*> operations() const = 0;

  // The functions of the library that may be called, under the names that it exports.
  virtual const std::vector<const char*>& functions() const = 0;

  // Without a name, the local server. A name has no leading backslashes.
  virtual Connecting connect(const std::optional<std::u16string>& server) const = 0;
};

}  // namespace rras::api
