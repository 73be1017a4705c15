// One lane per server handle: its jobs run one after another, in the order in which they came, on
// threads that belong to the package. The API blocks without a time-out and promises no thread
// safety, so no two jobs of a lane run together, and a hung lane holds up nothing but itself.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace rras::lane {

class Lane : public std::enable_shared_from_this<Lane> {
 public:
  // A job must not throw: nobody could catch it.
  using Job = std::function<void()>;
  using Ticket = std::uint64_t;

  // 0 when no thread could be had: then the job will not run.
  Ticket post(Job job);

  // True when the job had not begun and now never will.
  bool withdraw(Ticket ticket);

  // For the crew: runs the first job. True when another one waits.
  bool run_one();

 private:
  struct Waiting {
    Ticket ticket;
    Job job;
  };

  std::mutex mutex_;
  std::deque<Waiting> waiting_;
  Ticket last_ticket_ = 0;
  bool with_crew_ = false;  // handed to the crew, which gives it back when nothing waits
};

}  // namespace rras::lane
