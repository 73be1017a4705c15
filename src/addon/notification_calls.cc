// To be told when something connects or disconnects, as JavaScript asks for it.
#include "addon/call.h"
#include "addon/notification.h"
#include "addon/owned_object.h"

namespace rras::addon {

namespace {

using api::Outcome;

constexpr napi_type_tag kNotificationTag = {0x52c8a1f60e7b4d93, 0xb64f0d21c39a5e78};

// What the JavaScript object holds. When nobody holds it any more, the server is told to stop.
class HeldNotification {
 public:
  HeldNotification(std::shared_ptr<Connection> connection,
                   std::shared_ptr<Notification> notification)
      : connection_(std::move(connection)), notification_(std::move(notification)) {}

  ~HeldNotification() {
    connection_->lane()->leave(
        [connection = connection_, notification = notification_](lane::Lane::Fate) {
          connection->end_notification(notification);
        });
  }
  HeldNotification(const HeldNotification&) = delete;
  HeldNotification& operator=(const HeldNotification&) = delete;

  const std::shared_ptr<Connection>& connection() const { return connection_; }
  const std::shared_ptr<Notification>& notification() const { return notification_; }

 private:
  const std::shared_ptr<Connection> connection_;
  const std::shared_ptr<Notification> notification_;
};

class NotificationReply final : public Reply {
 public:
  NotificationReply(const Outcome& outcome, std::shared_ptr<HeldNotification> held)
      : Reply(outcome), held_(std::move(held)) {}

  napi_value to_object(napi_env env) override {
    ObjectWriter object = written(env);
    if (held_) object.set("notification", owned_object(env, kNotificationTag, std::move(held_)));
    return object.object();
  }

 private:
  std::shared_ptr<HeldNotification> held_;
};

// (ticket, connection)
Napi::Value WatchConnections(const Napi::CallbackInfo& info) {
  return Call(info).for_reply([](Connection& connection) -> std::unique_ptr<Reply> {
    std::shared_ptr<Notification> notification = Notification::make();
    if (!notification) {
      return std::make_unique<Reply>(Outcome{
          api::Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, Notification::kFunction});
    }
    Outcome outcome = connection.begin_notification(notification);
    if (!outcome.succeeded()) return std::make_unique<Reply>(outcome);
    return std::make_unique<NotificationReply>(
        outcome, std::make_shared<HeldNotification>(connection.shared_from_this(), notification));
  });
}

std::shared_ptr<HeldNotification> held_by(const Napi::Value& value, Arguments& arguments) {
  auto held = owned_by<HeldNotification>(value, kNotificationTag);
  arguments.expect(held != nullptr, "notification");
  return held;
}

// (ticket, notification)
Napi::Value NextNotification(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  std::shared_ptr<HeldNotification> held = held_by(info[1], arguments);
  if (!arguments.good()) return arguments.reject();
  return held->notification()->next(info.Env(), ticket);
}

// (ticket, notification)
Napi::Value EndNotification(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket(0);
  std::shared_ptr<HeldNotification> held = held_by(info[1], arguments);
  if (!arguments.good()) return arguments.reject();
  auto work = [held]() -> std::unique_ptr<Reply> {
    return std::make_unique<Reply>(held->connection()->end_notification(held->notification()));
  };
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, held->connection()->lane(), work, Environment::Withdrawal::never);
}

}  // namespace

void add_notification_calls(Napi::Object exports) {
  add<WatchConnections>(exports, "watchConnections");
  add<NextNotification>(exports, "nextNotification");
  add<EndNotification>(exports, "endNotification");
}

}  // namespace rras::addon
