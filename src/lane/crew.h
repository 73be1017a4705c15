// The threads that run the lanes of the whole process. A thread starts when a lane needs one and
// all others are busy or blocked, and ends when it has been idle. libuv's pool is not used: its
// four threads also serve fs and dns, and four hung servers would stop both.
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

  // A thread that sleeps until it is woken.
  struct Sleeper {
    std::condition_variable call;
    bool is_called = false;
  };

  struct Taken {
    // False if there is no thread and none can be started.
    bool by_somebody;
    // If not null, the caller must notify its `call`, and must hold no lock then: the woken thread
    // takes these locks at once and would block on them. Shared, because the thread may have ended
    // by then.
    std::shared_ptr<Sleeper> sleeper;
  };

  // Has a thread run the lane's jobs until none waits. Beyond the limit, lanes wait for a thread in
  // the order in which they came. If there is no thread at all, only a lane that can wait is kept.
  Taken take(std::shared_ptr<Lane> lane, bool can_wait);

  // Whether lanes wait because of the limit, or because the system did not start a thread.
  bool lacks_threads() const { return lacks_threads_; }

  // Tries again to get a thread for the lanes that wait.
  Taken provide_again();

  // The largest number of threads. A lower limit ends no thread.
  void limit(std::size_t threads);

  // How many threads there are now, including blocked ones.
  std::size_t threads();

 private:
  static void serve_process();
  void serve();

  // With the lock held.
  bool start_thread();
  Taken provide();

  // Ends a thread that must not make another call. Called with the lock held; may release it.
  void end_spent(std::unique_lock<std::mutex>& lock);

  // True if a lane has come, false if the thread was idle for too long.
  bool wait(std::unique_lock<std::mutex>& lock, const std::shared_ptr<Sleeper>& self);

  // Stays awake for a moment, without the lock, or until a lane waits. A program that awaits one
  // call after another posts the next at once, and waking a thread takes longer than most calls:
  // without this, `npm run bench -- small-call` has 15 µs a call in place of 5.
  void look(std::unique_lock<std::mutex>& lock);

  // With the lock held.
  void push(std::shared_ptr<Lane> lane);
  std::shared_ptr<Lane> pop();

  std::mutex mutex_;
  std::deque<std::shared_ptr<Lane>> ready_;
  std::atomic<std::size_t> waiting_{0};  // the size of ready_, to be read without the lock
  std::atomic<bool> lacks_threads_{false};
  std::size_t limit_ = 1024;
  std::size_t threads_ = 0;
  // Last in, first out, so that an occasional call does not keep every thread alive after hundreds
  // of servers have hung at once.
  std::vector<std::shared_ptr<Sleeper>> asleep_;
  std::size_t coming_ = 0;   // woken, or just started
  std::size_t looking_ = 0;  // awake, with nothing to do
};

}  // namespace rras::lane
