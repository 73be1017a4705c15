#include "addon/notification.h"

#include <algorithm>
#include <utility>

#include "addon/owned_object.h"

namespace rras::addon {

namespace {

constexpr napi_type_tag kEventTag = {0x3b91d7c2405fe86a, 0x8c27f3e519d04b7e};

}  // namespace

// A change is used up when it reaches a caller who still waits. If that caller has given up, the
// change is kept for the next.
class Notification::ChangeReply final : public Reply {
 public:
  explicit ChangeReply(std::shared_ptr<State> state) : Reply({}), state_(std::move(state)) {}

  void tells(const api::Outcome& outcome) { set_outcome(outcome); }

  napi_value to_object(napi_env env) override {
    {
      std::lock_guard<std::mutex> lock(state_->mutex);
      state_->changed = false;
    }
    return Reply::to_object(env);
  }

 private:
  std::shared_ptr<State> state_;
};

std::shared_ptr<Notification> Notification::make() {
  auto notification = std::make_shared<Notification>();
  notification->state_ = std::make_shared<State>();
  notification->signal_ = os::Signal::make([state = notification->state_] {
    {
      std::lock_guard<std::mutex> lock(state->mutex);
      state->changed = true;
      state->was_set = true;
    }
    tell(state);
  });
  return notification->signal_ ? notification : nullptr;
}

Napi::Value Notification::next(Napi::Env env, Environment::Ticket ticket) {
  std::shared_ptr<Environment> environment = Environment::of(env);
  auto give_up = [state = state_, ticket] {
    std::lock_guard<std::mutex> lock(state->mutex);
    auto is_it = [ticket](const Waiter& waiter) { return waiter.delivery->ticket == ticket; };
    auto& waiting = state->waiting;
    waiting.erase(std::remove_if(waiting.begin(), waiting.end(), is_it), waiting.end());
  };
  auto reply = std::make_unique<ChangeReply>(state_);
  auto delivery = std::make_unique<Environment::Delivery>(Environment::Delivery{ticket, nullptr});
  bool at_once = false;
  {
    std::lock_guard<std::mutex> lock(state_->mutex);
    state_->waiting.push_back(Waiter{environment, std::move(reply), std::move(delivery)});
    at_once = state_->changed || state_->ended;
  }
  // A reply that is delivered before this line arrives after it: replies arrive on this thread.
  Napi::Value promise = environment->wait(env, ticket, std::move(give_up));
  if (at_once) tell(state_);
  return promise;
}

bool Notification::was_set() const {
  std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->was_set;
}

void Notification::end() {
  {
    std::lock_guard<std::mutex> lock(state_->mutex);
    state_->ended = true;
  }
  tell(state_);
}

void Notification::tell(const std::shared_ptr<State>& state) noexcept {
  std::vector<Waiter> waiting;
  api::Outcome outcome{api::Verdict::answered, abi::status::SUCCESS, kFunction};
  {
    std::lock_guard<std::mutex> lock(state->mutex);
    waiting.swap(state->waiting);
    if (state->ended) outcome.status = abi::status::ERROR_INVALID_HANDLE;
  }
  for (Waiter& waiter : waiting) {
    std::shared_ptr<Environment> environment = waiter.environment.lock();
    if (!environment) continue;
    waiter.reply->tells(outcome);
    waiter.delivery->reply = std::move(waiter.reply);
    environment->deliver(std::move(waiter.delivery));
  }
}

napi_value event_object(napi_env env, std::shared_ptr<Notification> event) {
  return owned_object(env, kEventTag, std::move(event));
}

std::shared_ptr<Notification> event_of(Napi::Value value) {
  return owned_by<Notification>(value, kEventTag);
}

}  // namespace rras::addon
