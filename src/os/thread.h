// Threads: starting one and identifying one. std::thread cannot set the size of a stack, and with
// hundreds of hung servers there are hundreds of stacks.
#pragma once

namespace rras::os {

// Starts a thread that nobody joins, named 'rras' for debuggers and process viewers. False when the
// system cannot start another. `run` must not throw.
bool start_detached(void (*run)());

// Identifies the thread that constructs it, for use by other threads: a real handle on Windows,
// elsewhere the pthread_t.
class CurrentThread {
 public:
  CurrentThread();
  // Closes the handle, which is one on Windows only.
  ~CurrentThread();  // NOLINT(performance-trivially-destructible)
  CurrentThread(const CurrentThread&) = delete;
  CurrentThread& operator=(const CurrentThread&) = delete;

  // Null when the system could not make one.
  void* handle() const { return handle_; }

 private:
  void* handle_ = nullptr;
};

}  // namespace rras::os
