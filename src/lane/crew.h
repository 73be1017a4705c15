// The threads that run the lanes of the whole process: none until a lane needs one, one more
// whenever all are busy or blocked, gone again when idle. libuv's pool is not used: its four
// threads also serve fs and dns, and four hung servers would stop both.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "lane/lane.h"

namespace rras::lane {

class Crew {
 public:
  // Never destroyed: at exit a thread may still be in a call.
  static Crew& of_process();

  // A thread that sleeps until it is called.
  struct Sleeper {
    std::condition_variable call;
    bool is_called = false;
  };

  struct Taken {
    // False when there is no thread and none can be started.
    bool by_somebody;
    // If any: notify its `call` without holding a lock. The woken thread takes these locks at once
    // and would block on them. It is held here because the thread may be gone by then.
    std::shared_ptr<Sleeper> sleeper;
  };

  // Runs the lane's jobs until none waits. Beyond the limit lanes wait for a thread in the order in
  // which they came. A lane that can wait is kept also when there is no thread at all.
  Taken take(std::shared_ptr<Lane> lane, bool can_wait);

  // Whether lanes wait because the system started no thread for them, or because of the limit.
  bool lacks_threads() const { return lacks_threads_; }

  // Tries once more to have a thread for every lane that waits.
  Taken provide_again();

  // How many threads there may be. Those that are there already stay.
  void limit(std::size_t threads);

  // How many threads there are now, blocked ones too.
  std::size_t threads();

 private:
  static void serve_process();
  void serve();

  // With the lock held.
  bool start_thread();
  Taken provide();

  // The end of a thread that must not make another call. With the lock held, which it may let go.
  void end_spent(std::unique_lock<std::mutex>& lock);

  // Whether a lane has come.
  bool wait(std::unique_lock<std::mutex>& lock, const std::shared_ptr<Sleeper>& self);

  // Stays awake for a moment, without the lock, until a lane waits. A program that awaits one call
  // after another posts the next at once, and waking a thread costs more than most calls do.
  void look(std::unique_lock<std::mutex>& lock);

  // With the lock held.
  void push(std::shared_ptr<Lane> lane);
  std::shared_ptr<Lane> pop();

  std::mutex mutex_;
  std::deque<std::shared_ptr<Lane>> ready_;
  std::atomic<std::size_t> waiting_{0};  // how many are ready, for a look without the lock
  std::atomic<bool> lacks_threads_{false};
  std::size_t limit_ = 1024;
  std::size_t threads_ = 0;
  // Last in, first out, so that an occasional call does not keep every thread alive after hundreds
  // of servers have hung at once.
  std::vector<std::shared_ptr<Sleeper>> asleep_;
  std::size_t coming_ = 0;   // called, or just started
  std::size_t looking_ = 0;  // awake, with nothing to do
};

}  // namespace rras::lane
