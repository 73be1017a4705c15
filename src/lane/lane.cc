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
  Crew& crew = Crew::of_process();
  Crew::Taken taken = crew.take(shared_from_this());
  with_crew_ = taken != Crew::Taken::no;
  if (!with_crew_) {
    waiting_.pop_back();
    return 0;
  }
  lock.unlock();
  if (taken == Crew::Taken::by_a_sleeper) crew.wake_one();
  return ticket;
}

bool Lane::withdraw(Ticket ticket) {
  Job withdrawn;
  std::lock_guard<std::mutex> lock(mutex_);
  auto found = std::find_if(waiting_.begin(), waiting_.end(),
                            [ticket](const Waiting& entry) { return entry.ticket == ticket; });
  if (found == waiting_.end()) return false;
  withdrawn = std::move(found->job);
  waiting_.erase(found);
  return true;
}

bool Lane::run_one() {
  Job job;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    // A withdrawal may have emptied the lane while it waited for a thread.
    if (waiting_.empty()) {
      with_crew_ = false;
      return false;
    }
    job = std::move(waiting_.front().job);
    waiting_.pop_front();
  }
  job();
  // What the job holds is let go before the next one may begin.
  job = nullptr;
  std::lock_guard<std::mutex> lock(mutex_);
  with_crew_ = !waiting_.empty();
  return with_crew_;
}

}  // namespace rras::lane
