#include "addon/server_session.h"

#include <algorithm>
#include <utility>

#include "addon/notification.h"
#include "addon/owned_object.h"

namespace rras::addon {

namespace {

constexpr napi_type_tag kSessionTag = {0x7d3f0c9a51b84e62, 0x9b1e64a2c07f4d35};

}  // namespace

ServerSession::ServerSession(std::shared_ptr<lane::Lane> lane, std::unique_ptr<api::Server> server)
    : lane_(std::move(lane)), server_(std::move(server)) {}

ServerSession::~ServerSession() {
  if (disconnected_) return;
  // On the lane, because a call here could block the main thread.
  lane_->leave([server = server_, notifications = std::move(notifications_)] {
    for (const auto& notification : notifications) {
      server->deregister_notification(notification->event());
    }
    server->disconnect();
  });
}

api::Outcome ServerSession::disconnect() {
  if (disconnected_.exchange(true)) return kNoHandle;
  // Must happen before the handle is released and before the event is closed.
  while (!notifications_.empty()) end_notification(notifications_.back());
  return server_->disconnect();
}

api::Outcome ServerSession::begin_notification(const std::shared_ptr<Notification>& notification) {
  if (disconnected_) return kNoHandle;
  api::Outcome outcome = server_->register_notification(notification->event());
  if (outcome.succeeded()) notifications_.push_back(notification);
  return outcome;
}

// By value: the caller may name the entry that is erased here.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
api::Outcome ServerSession::end_notification(std::shared_ptr<Notification> notification) {
  auto found = std::find(notifications_.begin(), notifications_.end(), notification);
  if (found == notifications_.end()) return kNoHandle;
  api::Outcome outcome = server_->deregister_notification(notification->event());
  notifications_.erase(found);
  notification->end();
  return outcome;
}

napi_value session_object(napi_env env, std::shared_ptr<ServerSession> session) {
  return owned_object(env, kSessionTag, std::move(session));
}

std::shared_ptr<ServerSession> session_of(Napi::Value value) {
  return owned_by<ServerSession>(value, kSessionTag);
}

}  // namespace rras::addon
