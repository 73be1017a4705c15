// A connected server together with its lane, and the JavaScript object that stands for it.
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>
#include <vector>

#include "api/server.h"
#include "lane/lane.h"

namespace rras::addon {

class Notification;

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::shared_ptr<lane::Lane> lane, std::unique_ptr<api::Server> server);

  // Not disconnected: nobody holds it any more (garbage collection, the end of an environment, a
  // result that nobody waited for). The handle is given back on the lane.
  ~Connection();

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  const std::shared_ptr<lane::Lane>& lane() const { return lane_; }

  // To be called on the lane. After disconnect the handle is dead and the DLL is not called again.
  template <typename Call>
  api::Outcome call(Call call) {
    if (disconnected_) return {api::Verdict::answered, abi::status::ERROR_INVALID_HANDLE, ""};
    return call(*server_);
  }
  api::Outcome disconnect();

  // To be called on the lane. Ended at the latest when the connection is.
  api::Outcome begin_notification(const std::shared_ptr<Notification>& notification);
  api::Outcome end_notification(std::shared_ptr<Notification> notification);

 private:
  const std::shared_ptr<lane::Lane> lane_;
  const std::shared_ptr<api::Server> server_;
  std::atomic<bool> disconnected_{false};
  std::vector<std::shared_ptr<Notification>> notifications_;  // on the lane only
};

// Null when it cannot be made; the connection is then let go.
napi_value connection_object(napi_env env, std::shared_ptr<Connection> connection);

// Null when the value is not such an object.
std::shared_ptr<Connection> connection_of(Napi::Value value);

}  // namespace rras::addon
