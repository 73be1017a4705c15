#include "lane/lane.h"

#include <algorithm>
#include <new>
#include <utility>

#include "lane/crew.h"
#include "lane/injected_fault.h"

namespace rras::lane {

Lane::Ticket Lane::post(std::unique_ptr<Job> job) {
  return enter(std::move(job), true);
}

void Lane::leave_job(std::unique_ptr<Job> job) {
  if (fault_is_injected(Fault::post_unawaited_job)) throw std::bad_alloc();
  enter(std::move(job), false);
}

Lane::Ticket Lane::enter(std::unique_ptr<Job> job, bool is_awaited) {
  // Declared before the lock, so that the job is destroyed after the lock is released.
  std::unique_ptr<Job> not_taken;
  std::unique_lock<std::mutex> lock(mutex_);
  Ticket ticket = ++last_ticket_;
  waiting_.push_back({ticket, std::move(job), is_awaited});
  Crew& crew = Crew::of_process();
  if (with_crew_ && !crew.lacks_threads()) return ticket;
  Crew::Taken taken{false, nullptr};
  try {
    taken = with_crew_ ? crew.provide_again() : crew.take(shared_from_this(), !is_awaited);
  } catch (...) {
    not_taken = take_back(ticket);
    throw;
  }
  if (!taken.by_somebody && is_awaited) {
    not_taken = take_back(ticket);
    return 0;
  }
  with_crew_ = true;
  lock.unlock();
  if (taken.sleeper != nullptr) taken.sleeper->call.notify_one();
  return ticket;
}

bool Lane::withdraw(Ticket ticket) {
  std::unique_ptr<Job> withdrawn;
  std::lock_guard<std::mutex> lock(mutex_);
  withdrawn = take_back(ticket);
  return withdrawn != nullptr;
}

void Lane::cancel_by(abi::rpc::CancelThreadEx canceller) {
  std::lock_guard<std::mutex> lock(mutex_);
  canceller_ = canceller;
}

bool Lane::give_up(Ticket ticket) {
  std::unique_ptr<Job> withdrawn;
  std::lock_guard<std::mutex> lock(mutex_);
  withdrawn = take_back(ticket);
  if (withdrawn != nullptr) return false;
  // It has ended, and its result is on its way. What it did is not kept here.
  if (running_ != ticket) return true;
  given_up_ = true;
  if (canceller_ != nullptr && running_on_ != nullptr) {
    // The lock is held, so the thread cannot go from this job to another.
    cancelled_ = true;
    canceller_(running_on_, 0);
  }
  return acts_;
}

bool Lane::begin_to_act() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (given_up_) return false;
  acts_ = true;
  return true;
}

Lane::Ran Lane::run_one(const os::CurrentThread& thread) {
  Waiting first{};
  {
    std::lock_guard<std::mutex> lock(mutex_);
    // Withdrawals and refusals may have emptied the lane while it waited for a thread.
    if (waiting_.empty()) {
      with_crew_ = false;
      return {false, false};
    }
    first = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = first.ticket;
    running_on_ = thread.handle();
    given_up_ = false;
    acts_ = false;
  }
  try {
    if (!first.is_awaited && fault_is_injected(Fault::run_unawaited_job)) throw std::bad_alloc();
    first.job->run();
  } catch (...) {
    // An exception that leaves the thread would end the process. The job's work is lost.
  }
  // The job is destroyed before the next one can begin.
  first.job = nullptr;
  std::lock_guard<std::mutex> lock(mutex_);
  running_ = 0;
  running_on_ = nullptr;
  with_crew_ = !waiting_.empty();
  return {with_crew_, std::exchange(cancelled_, false)};
}

void Lane::refuse_awaited() {
  Ticket last = 0;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!waiting_.empty()) last = waiting_.back().ticket;
  }
  for (;;) {
    std::unique_ptr<Job> job;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      job = take_awaited(last);
    }
    if (job == nullptr) return;
    try {
      job->refuse();
    } catch (...) {
      // As in run_one.
    }
  }
}

std::unique_ptr<Job> Lane::take_back(Ticket ticket) {
  auto found = std::find_if(waiting_.begin(), waiting_.end(),
                            [ticket](const Waiting& entry) { return entry.ticket == ticket; });
  if (found == waiting_.end()) return nullptr;
  std::unique_ptr<Job> job = std::move(found->job);
  waiting_.erase(found);
  return job;
}

std::unique_ptr<Job> Lane::take_awaited(Ticket last) {
  auto found = std::find_if(waiting_.begin(), waiting_.end(), [last](const Waiting& entry) {
    return entry.is_awaited && entry.ticket <= last;
  });
  return found == waiting_.end() ? nullptr : take_back(found->ticket);
}

}  // namespace rras::lane
