#include "lane/crew.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "lane/injected_fault.h"
#include "os/thread.h"

namespace rras::lane {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kIdleTime{5};

// About as long as it takes to wake a thread on another processor of a virtual machine, where that
// is slow.
constexpr std::chrono::microseconds kAtOnce{100};

// On a single processor, a thread that stays awake keeps others from giving it work.
bool may_look() {
  static const bool has_processors = std::thread::hardware_concurrency() > 1;
  return has_processors;
}

}  // namespace

Crew& Crew::of_process() {
  static Crew& crew = *std::make_unique<Crew>().release();
  return crew;
}

Crew::Taken Crew::take(std::shared_ptr<Lane> lane, bool can_wait) {
  std::lock_guard<std::mutex> lock(mutex_);
  push(std::move(lane));
  Taken taken = provide();
  if (taken.by_somebody || can_wait) return taken;
  ready_.pop_back();
  waiting_ = ready_.size();
  return taken;
}

Crew::Taken Crew::provide_again() {
  std::lock_guard<std::mutex> lock(mutex_);
  return provide();
}

// One thread at most. It is asked for whenever a lane becomes ready, and by each thread that takes
// a lane, on behalf of lanes that could get no thread before.
Crew::Taken Crew::provide() {
  lacks_threads_ = false;
  if (looking_ + coming_ >= ready_.size()) return {true, nullptr};
  if (!asleep_.empty()) {
    std::shared_ptr<Sleeper> sleeper = std::move(asleep_.back());
    asleep_.pop_back();
    sleeper->is_called = true;
    ++coming_;
    return {true, std::move(sleeper)};
  }
  if (threads_ < limit_ && start_thread()) {
    ++threads_;
    return {true, nullptr};
  }
  lacks_threads_ = true;
  // The lanes wait for a thread that exists. Without any thread they would wait for ever.
  return {threads_ > 0, nullptr};
}

void Crew::limit(std::size_t threads) {
  std::lock_guard<std::mutex> lock(mutex_);
  limit_ = threads;
}

std::size_t Crew::threads() {
  std::lock_guard<std::mutex> lock(mutex_);
  return threads_;
}

void Crew::serve_process() {
  of_process().serve();
}

bool Crew::start_thread() {
  if (fault_is_injected(Fault::start_thread) || !os::start_detached(serve_process)) return false;
  ++coming_;
  return true;
}

void Crew::serve() {
  os::CurrentThread thread;
  auto self = std::make_shared<Sleeper>();
  bool come_at_once = false;
  std::unique_lock<std::mutex> lock(mutex_);
  --coming_;
  for (;;) {
    Clock::time_point since = Clock::now();
    if (come_at_once && may_look()) look(lock);
    if (!wait(lock, self)) break;
    come_at_once = Clock::now() - since < kAtOnce;
    std::shared_ptr<Lane> lane = pop();
    // The system may have refused a thread for the next lane, and may give one now.
    std::shared_ptr<Sleeper> next = provide().sleeper;
    lock.unlock();
    if (next != nullptr) next->call.notify_one();
    Lane::Ran ran = lane->run_one(thread);
    // Perhaps the last reference: the lane must not be destroyed under the lock.
    if (!ran.more) lane.reset();
    lock.lock();
    // Behind the other lanes, so that a long queue of one server does not starve another.
    if (ran.more) push(std::move(lane));
    if (ran.thread_is_spent) {
      end_spent(lock);
      return;
    }
  }
  --threads_;
}

// A cancellation that comes just after its call has ended may hit the next call of this thread, for
// another server. So the thread serves no other lane, even if nothing can take its place.
void Crew::end_spent(std::unique_lock<std::mutex>& lock) {
  --threads_;
  Taken taken = provide();
  if (taken.by_somebody) {
    lock.unlock();
    if (taken.sleeper != nullptr) taken.sleeper->call.notify_one();
    return;
  }
  // No thread is left, and nothing would start one for these lanes. Their awaited jobs are refused,
  // as new ones are. The lanes stay ready, with the jobs that can wait.
  for (std::size_t place = 0; threads_ == 0 && place < ready_.size(); ++place) {
    std::shared_ptr<Lane> lane = ready_[place];
    lock.unlock();
    lane->refuse_awaited();
    // Perhaps the last reference: the lane must not be destroyed under the lock.
    lane.reset();
    lock.lock();
  }
}

bool Crew::wait(std::unique_lock<std::mutex>& lock, const std::shared_ptr<Sleeper>& self) {
  Clock::time_point end = Clock::now() + kIdleTime;
  while (ready_.empty()) {
    asleep_.push_back(self);
    if (self->call.wait_until(lock, end, [&self] { return self->is_called; })) {
      self->is_called = false;
      --coming_;
      continue;
    }
    // Nearly always among the first, which have slept longest.
    asleep_.erase(std::find(asleep_.begin(), asleep_.end(), self));
    return false;
  }
  return true;
}

void Crew::look(std::unique_lock<std::mutex>& lock) {
  ++looking_;
  lock.unlock();
  Clock::time_point end = Clock::now() + kAtOnce;
  // The poster still holds the lock when the number changes. To sleep until it is free would cost
  // what staying awake has saved.
  while ((waiting_ == 0 || !lock.try_lock()) && Clock::now() < end) std::this_thread::yield();
  if (!lock.owns_lock()) lock.lock();
  --looking_;
}

void Crew::push(std::shared_ptr<Lane> lane) {
  ready_.push_back(std::move(lane));
  waiting_ = ready_.size();
}

std::shared_ptr<Lane> Crew::pop() {
  std::shared_ptr<Lane> lane = std::move(ready_.front());
  ready_.pop_front();
  waiting_ = ready_.size();
  return lane;
}

}  // namespace rras::lane
