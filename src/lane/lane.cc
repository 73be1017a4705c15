#include "lane/lane.h"

#include <algorithm>
#include <utility>

#include "lane/crew.h"

namespace rras::lane {

Lane::Ticket Lane::post(Job job) {
  std::unique_lock<std::mutex> lock(mutex_);
  Ticket ticket = ++last_ticket_;
  waiting_.push_back({ticket, std::move(job)});
  if (with_crew_) return ticket;
  Crew::Taken taken = Crew::of_process().take(shared_from_this());
  with_crew_ = taken.by_somebody;
  if (!with_crew_) {
    waiting_.pop_back();
    return 0;
  }
  lock.unlock();
  if (taken.sleeper != nullptr) taken.sleeper->call.notify_one();
  return ticket;
}

bool Lane::withdraw(Ticket ticket) {
  Job withdrawn;
  std::lock_guard<std::mutex> lock(mutex_);
  withdrawn = take_back(ticket);
  return withdrawn != nullptr;
}

void Lane::cancel_by(abi::rpc::CancelThreadEx canceller) {
  std::lock_guard<std::mutex> lock(mutex_);
  canceller_ = canceller;
}

void Lane::give_up(Ticket ticket) {
  Job withdrawn;
  std::lock_guard<std::mutex> lock(mutex_);
  withdrawn = take_back(ticket);
  if (withdrawn != nullptr || running_ != ticket) return;
  given_up_ = true;
  if (canceller_ == nullptr || running_on_ == nullptr) return;
  // Under the lock, without which the thread does not get from this job to another.
  cancelled_ = true;
  canceller_(running_on_, 0);
}

Lane::Ran Lane::run_one(const CurrentThread& thread) {
  Job job;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    // A withdrawal may have emptied the lane while it waited for a thread.
    if (waiting_.empty()) {
      with_crew_ = false;
      return {false, false};
    }
    running_ = waiting_.front().ticket;
    running_on_ = thread.handle();
    given_up_ = false;
    job = std::move(waiting_.front().job);
    waiting_.pop_front();
  }
  job();
  // What the job holds is let go before the next one may begin.
  job = nullptr;
  std::lock_guard<std::mutex> lock(mutex_);
  running_ = 0;
  running_on_ = nullptr;
  with_crew_ = !waiting_.empty();
  return {with_crew_, std::exchange(cancelled_, false)};
}

Lane::Job Lane::take_back(Ticket ticket) {
  auto found = std::find_if(waiting_.begin(), waiting_.end(),
                            [ticket](const Waiting& entry) { return entry.ticket == ticket; });
  if (found == waiting_.end()) return nullptr;
  Job job = std::move(found->job);
  waiting_.erase(found);
  return job;
}

}  // namespace rras::lane
