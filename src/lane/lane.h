// One lane per server handle: its jobs run one after another, in the order in which they came, on
// threads that belong to the package. The API blocks without a time-out and promises no thread
// safety, so no two jobs of a lane run together, and a hung lane holds up nothing but itself.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

#include "abi/rpc.h"
#include "os/thread.h"

namespace rras::lane {

// What a lane runs. Exceptions that it throws are lost.
class Job {
 public:
  virtual ~Job() = default;
  virtual void run() = 0;

  // Called instead of `run` if there is no thread. It must only report that.
  virtual void refuse() {}
};

class Lane : public std::enable_shared_from_this<Lane> {
 public:
  using Ticket = std::uint64_t;

  // A job that somebody awaits. 0 if there is no thread: the job is then never called.
  Ticket post(std::unique_ptr<Job> job);

  // A job that nobody awaits, such as releasing a handle. If there is no thread, the next one that
  // starts runs it. Without memory to post it, the job is dropped.
  template <typename Work>
  void leave(Work work) noexcept {
    try {
      leave_job(std::make_unique<UnawaitedJob<Work>>(std::move(work)));
    } catch (...) {
      // Destructors call this. An exception would end the process, and there is nobody to report
      // to.
    }
  }

  // True when the job had not begun and now never will.
  bool withdraw(Ticket ticket);

  // The function that cancels the call that a thread is in; without one, calls cannot be cancelled.
  // Set by the job that connects.
  void cancel_by(abi::rpc::CancelThreadEx canceller);

  // Nobody waits for the job any more. If it has not begun, it never will; if it runs, its call is
  // cancelled if possible. False if the job has certainly not acted, and never will.
  bool give_up(Ticket ticket);

  // For the job that runs, right before it acts. False if it was given up: then it must not act.
  bool begin_to_act();

  struct Ran {
    bool more;             // another job waits
    bool thread_is_spent;  // must end, because a cancellation may still be pending on it
  };

  // For the crew: runs the first job on this thread.
  Ran run_one(const os::CurrentThread& thread);

  // For the crew, which has no thread for the lane: refuses the jobs that somebody awaits. A job
  // that is posted meanwhile is left alone, because it has asked for a thread itself.
  void refuse_awaited();

 private:
  template <typename Work>
  class UnawaitedJob final : public Job {
   public:
    explicit UnawaitedJob(Work work) : work_(std::move(work)) {}
    void run() override { work_(); }

   private:
    Work work_;
  };

  struct Waiting {
    Ticket ticket;
    std::unique_ptr<Job> job;
    bool is_awaited;
  };

  void leave_job(std::unique_ptr<Job> job);
  Ticket enter(std::unique_ptr<Job> job, bool is_awaited);

  // With the lock held.
  std::unique_ptr<Job> take_back(Ticket ticket);
  // The first job that somebody awaits, up to this ticket.
  std::unique_ptr<Job> take_awaited(Ticket last);

  std::mutex mutex_;
  std::deque<Waiting> waiting_;
  abi::rpc::CancelThreadEx canceller_ = nullptr;
  Ticket running_ = 0;  // none
  void* running_on_ = nullptr;
  bool given_up_ = false;
  bool acts_ = false;
  bool cancelled_ = false;
  Ticket last_ticket_ = 0;
  bool with_crew_ = false;  // handed to the crew, which gives it back when nothing waits
};

}  // namespace rras::lane
