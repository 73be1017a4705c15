#include "simulator/world.h"

#include <algorithm>

#include "abi/status.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

// The limit keeps the memory of a simulator that runs for days bounded.
constexpr std::size_t journal_length = 100'000;

}  // namespace

Server& World::add_server(Text name) {
  if (find_server(name) != nullptr) {
    throw Mistake::exists(name.empty() ? Text(u"The local server already exists")
                                       : u"The server " + name + u" already exists");
  }
  const auto number = static_cast<std::uint32_t>(servers_.size());
  servers_.push_back(std::make_unique<Server>(std::move(name), number, clock_));
  return *servers_.back();
}

Server* World::find_server(TextView name) const {
  const Text wanted = folded(name);
  for (const auto& server : servers_) {
    if (folded(server->name) == wanted) {
      return server.get();
    }
  }
  return nullptr;
}

void World::step(Clock::Time time) {
  clock_.step(time);
  changed_.notify_all();
}

void World::release(Hang& hang) {
  hang.released = true;
  changed_.notify_all();
}

void World::release(Delay& delay) {
  delay.released = true;
  changed_.notify_all();
}

void World::end(Hook& hook) {
  hook.ended = true;
  changed_.notify_all();
}

void World::answer_question(QuestionNumber number, std::optional<abi::DWORD> status) {
  const auto pending = pending_answers_.find(number);
  if (pending != pending_answers_.end() && !pending->second.given) {
    pending->second = {true, status};
    changed_.notify_all();
  }
}

void World::cancel(ThreadNumber thread) {
  const auto lock = this->lock();
  for (WaitingCall& call : waiting_calls_) {
    call.cancelled = call.cancelled || call.thread == thread;
  }
  changed_.notify_all();
}

template <typename Over>
std::optional<abi::DWORD> World::wait(std::unique_lock<std::mutex>& lock, bool cancellable,
                                      std::optional<Clock::Time> until, Over&& over) {
  const auto call =
      waiting_calls_.insert(waiting_calls_.end(), WaitingCall{calling_thread(), false});
  const auto cancelled = [&] { return cancellable && call->cancelled; };
  const auto due = [&] { return until && clock_.now() >= *until; };
  while (!over() && !disposed_ && !cancelled() && !due()) {
    // The moment is another one after the clock was stepped, and a clock that stands has none.
    if (const auto moment = until ? clock_.moment(*until) : std::nullopt) {
      changed_.wait_until(lock, *moment);
    } else {
      changed_.wait(lock);
    }
  }
  const auto status = cancelled() ? std::optional(abi::status::RPC_S_CALL_CANCELLED) : std::nullopt;
  waiting_calls_.erase(call);
  return status;
}

std::optional<abi::DWORD> World::sit_out(std::unique_lock<std::mutex>& lock, Hang& hang) {
  ++hang.waiting;
  const auto status = wait(lock, hang.cancellable, std::nullopt, [&] { return hang.released; });
  --hang.waiting;
  return status;
}

std::optional<abi::DWORD> World::sit_out(std::unique_lock<std::mutex>& lock, Delay& delay) {
  ++delay.waiting;
  const auto status =
      wait(lock, delay.cancellable, clock_.now() + delay.next(), [&] { return delay.released; });
  --delay.waiting;
  return status;
}

std::optional<abi::DWORD> World::consult(std::unique_lock<std::mutex>& lock, Server& server,
                                         const char* function, Place place, const KeptCall& call) {
  const auto hooks = server.faults.hooks_for(function, place);
  if (hooks.empty() || asker_ == nullptr) {
    return std::nullopt;
  }
  Question question{
      ++last_question_, {}, function, place == Place::everywhere ? Text() : server.name, call,
      clock_.now()};
  for (const auto& hook : hooks) {
    question.hooks.push_back(hook->number);
  }
  const auto pending = pending_answers_.emplace(question.number, PendingAnswer{}).first;
  std::optional<abi::DWORD> status;
  if (asker_->ask(std::move(question))) {
    // A hook that is taken away does not answer any more.
    const auto answered = [&] {
      return pending->second.given ||
             std::all_of(hooks.begin(), hooks.end(), [](const auto& hook) { return hook->ended; });
    };
    wait(lock, false, std::nullopt, answered);
    status = pending->second.status;
  }
  pending_answers_.erase(pending);
  return status;
}

std::optional<abi::DWORD> World::admit(std::unique_lock<std::mutex>& lock, Server& server,
                                       const char* function, Place place, const KeptCall& call) {
  if (!disposed_) {
    for (const auto& delay : server.faults.delays_for(function, place)) {
      if (const auto status = sit_out(lock, *delay)) {
        return status;
      }
    }
  }
  if (const auto hang = disposed_ ? nullptr : server.faults.hang_for(function, place)) {
    if (const auto status = sit_out(lock, *hang)) {
      return status;
    }
  }
  const auto answered = disposed_ ? std::nullopt : consult(lock, server, function, place, call);
  if (disposed_) {
    return place == Place::library ? std::nullopt : std::optional(dialect().unreachable);
  }
  if (answered) {
    return answered;
  }
  if (place != Place::library && server.not_implemented) {
    return abi::status::ERROR_CALL_NOT_IMPLEMENTED;
  }
  return server.faults.status_for(function, place);
}

void World::note(const char* function, Text server, KeptCall call, abi::DWORD status) {
  if (journal_.size() == journal_length) {
    journal_.pop_front();
  }
  journal_.push_back({function, std::move(server), std::move(call), status, clock_.now()});
}

void World::note_stray(const char* function, Text server, KeptCall call, abi::DWORD status) {
  const auto lock = this->lock();
  note(function, std::move(server), std::move(call), status);
}

void World::dispose() {
  const auto lock = this->lock();
  disposed_ = true;
  changed_.notify_all();
}

}  // namespace rras::simulator
