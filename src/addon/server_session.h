// A connected server together with its lane, and the JavaScript object that holds it.
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

#include "api/server.h"
#include "lane/lane.h"

namespace rras::addon {

class Notification;

class ServerSession : public std::enable_shared_from_this<ServerSession> {
 public:
  ServerSession(std::shared_ptr<lane::Lane> lane, std::unique_ptr<api::Server> server);

  // Releases the handle, on the lane, if nobody disconnected: after garbage collection, at the end
  // of an environment, or when nobody awaited the connect.
  ~ServerSession();

  ServerSession(const ServerSession&) = delete;
  ServerSession& operator=(const ServerSession&) = delete;

  const std::shared_ptr<lane::Lane>& lane() const { return lane_; }

  // Null when the server's dialect has no such operation.
  api::Binding find(std::string_view operation) const {
    return server_->operations().find(operation);
  }

  // Call the following on the lane. After disconnect the handle is dead, and the DLL is never
  // called again.
  api::Outcome ask(api::Question& question, api::Answer& answer) {
    return disconnected_ ? kNoHandle : question.ask(*server_, answer);
  }
  api::Outcome disconnect();

  // A notification ends with the session at the latest.
  api::Outcome begin_notification(const std::shared_ptr<Notification>& notification);
  api::Outcome end_notification(std::shared_ptr<Notification> notification);

 private:
  static constexpr api::Outcome kNoHandle{api::Verdict::concluded,
                                          abi::status::ERROR_INVALID_HANDLE, ""};

  const std::shared_ptr<lane::Lane> lane_;
  const std::shared_ptr<api::Server> server_;
  std::atomic<bool> disconnected_{false};
  std::vector<std::shared_ptr<Notification>> notifications_;  // on the lane only
};

// Null if it cannot be made. The session is then released.
napi_value session_object(napi_env env, std::shared_ptr<ServerSession> session);

// Null when the value is not such an object.
std::shared_ptr<ServerSession> session_of(Napi::Value value);

}  // namespace rras::addon
