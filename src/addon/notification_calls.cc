// JavaScript's calls for the notification of connects and disconnects.
#include "addon/notification.h"
#include "addon/operations.h"
#include "addon/owned_object.h"

namespace rras::addon {

namespace {

using api::Outcome;

constexpr napi_type_tag kNotificationTag = {0x52c8a1f60e7b4d93, 0xb64f0d21c39a5e78};

// Held by the JavaScript object. When that is garbage-collected, the event is deregistered.
class HeldNotification {
 public:
  HeldNotification(std::shared_ptr<ServerSession> session,
                   std::shared_ptr<Notification> notification)
      : session_(std::move(session)), notification_(std::move(notification)) {}

  ~HeldNotification() {
    session_->lane()->leave([session = session_, notification = notification_] {
      session->end_notification(notification);
    });
  }
  HeldNotification(const HeldNotification&) = delete;
  HeldNotification& operator=(const HeldNotification&) = delete;

  const std::shared_ptr<ServerSession>& session() const { return session_; }
  const std::shared_ptr<Notification>& notification() const { return notification_; }

 private:
  const std::shared_ptr<ServerSession> session_;
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

std::unique_ptr<Reply> begin_notification(const std::shared_ptr<ServerSession>& session) {
  std::shared_ptr<Notification> notification = Notification::make();
  if (!notification) {
    return std::make_unique<Reply>(Outcome{
        api::Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, Notification::kFunction});
  }
  Outcome outcome = session->begin_notification(notification);
  if (!outcome.succeeded()) return std::make_unique<Reply>(outcome);
  return std::make_unique<NotificationReply>(
      outcome, std::make_shared<HeldNotification>(session, notification));
}

// (ticket, session)
Napi::Value WatchConnections(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<ServerSession> session = arguments.session();
  if (!arguments.good()) return arguments.reject();
  return Environment::of(info.Env())->begin(info.Env(), ticket, session->lane(), job_of([session] {
                                              return begin_notification(session);
                                            }));
}

std::shared_ptr<HeldNotification> next_notification(Arguments& arguments) {
  auto held = owned_by<HeldNotification>(arguments.next_value(), kNotificationTag);
  arguments.expect(held != nullptr, "notification");
  return held;
}

// (ticket, notification)
Napi::Value NextNotification(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<HeldNotification> held = next_notification(arguments);
  if (!arguments.good()) return arguments.reject();
  return held->notification()->next(info.Env(), ticket);
}

// (ticket, notification)
Napi::Value EndNotification(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<HeldNotification> held = next_notification(arguments);
  if (!arguments.good()) return arguments.reject();
  auto end = [held] {
    return std::make_unique<Reply>(held->session()->end_notification(held->notification()));
  };
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, held->session()->lane(), job_of(end),
              Environment::Withdrawal::never);
}

// (): an event to pass to an operation, or undefined on a system without events.
Napi::Value MakeEvent(const Napi::CallbackInfo& info) {
  std::shared_ptr<Notification> event = Notification::make();
  if (!event) return info.Env().Undefined();
  return Napi::Value(info.Env(), event_object(info.Env(), std::move(event)));
}

// (ticket, event)
Napi::Value NextEvent(const Napi::CallbackInfo& info) {
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<Notification> event = event_of(arguments.next_value());
  arguments.expect(event != nullptr, "event");
  if (!arguments.good()) return arguments.reject();
  return event->next(info.Env(), ticket);
}

}  // namespace

void add_notification_calls(Napi::Object exports) {
  add<WatchConnections>(exports, "watchConnections");
  add<NextNotification>(exports, "nextNotification");
  add<EndNotification>(exports, "endNotification");
  add<MakeEvent>(exports, "makeEvent");
  add<NextEvent>(exports, "nextEvent");
}

}  // namespace rras::addon
