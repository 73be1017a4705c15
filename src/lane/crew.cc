#include "lane/crew.h"

#include <chrono>
#include <utility>

#include "lane/thread.h"

namespace rras::lane {

namespace {

constexpr std::chrono::seconds kIdleTime{5};

}  // namespace

Crew& Crew::of_process() {
  static Crew& crew = *std::make_unique<Crew>().release();
  return crew;
}

Crew::Taken Crew::take(std::shared_ptr<Lane> lane) {
  std::lock_guard<std::mutex> lock(mutex_);
  ready_.push_back(std::move(lane));
  if (idle_ >= ready_.size()) return Taken::by_a_sleeper;
  if (threads_ < limit_ && start_detached(serve_process)) {
    ++threads_;
    return Taken::yes;
  }
  // The lane has to wait for a thread that is there; without any it would wait for ever.
  if (threads_ > 0) return Taken::yes;
  ready_.pop_back();
  return Taken::no;
}

void Crew::wake_one() {
  lane_came_.notify_one();
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

void Crew::serve() {
  CurrentThread thread;
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    ++idle_;
    bool came = lane_came_.wait_for(lock, kIdleTime, [this] { return !ready_.empty(); });
    --idle_;
    if (!came) break;
    std::shared_ptr<Lane> lane = std::move(ready_.front());
    ready_.pop_front();
    lock.unlock();
    Lane::Ran ran = lane->run_one(thread);
    // Perhaps the last reference: the lane must not be destroyed under the lock.
    if (!ran.more) lane.reset();
    lock.lock();
    // Behind the other lanes, so that a long queue of one server does not starve another.
    if (ran.more) ready_.push_back(std::move(lane));
    // A cancellation that came when the call was just over may strike the next call of this thread,
    // whosever that is. So another thread takes its place.
    if (ran.thread_is_spent && start_detached(serve_process)) return;
  }
  --threads_;
}

}  // namespace rras::lane
