// The threads of the lanes. std::thread cannot be told the size of its stack, and with hundreds of
// hung servers there are hundreds of stacks.
#pragma once

namespace rras::lane {

// Starts a thread that nobody joins, under the name 'rras' for debuggers and process viewers. False
// when the system gives no further thread. `run` must not throw.
bool start_detached(void (*run)());

// The thread that makes it, as others can name it: a real handle on Windows, elsewhere the
// pthread_t.
class CurrentThread {
 public:
  CurrentThread();
  // Closes the handle, which is one on Windows only.
  ~CurrentThread();  // NOLINT(performance-trivially-destructible)
  CurrentThread(const CurrentThread&) = delete;
  CurrentThread& operator=(const CurrentThread&) = delete;

  // Null when the system gave none.
  void* handle() const { return handle_; }

 private:
  void* handle_ = nullptr;
};

}  // namespace rras::lane
