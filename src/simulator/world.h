// The world of one Simulator: its servers, its clock and the journal of the calls to them.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/calling_thread.h"
#include "simulator/clock.h"
#include "simulator/domain.h"
#include "simulator/faults.h"
#include "simulator/server.h"
#include "simulator/text.h"

namespace rras::simulator {

struct JournalEntry {
  const char* function;
  Text server;
  std::optional<Text> port;
  abi::DWORD status;
  Clock::Time at;
};

// Where a function does its work. A function that works in the DLL alone, without the server, still
// works after the world has ended: buffers can be freed and handles released. `everywhere` is a
// call that names no server, although one server answers it.
enum class Place { server, library, everywhere };

class World {
 public:
  World(unsigned number, bool clock_runs) : slot(number), clock_(clock_runs) {}
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const unsigned slot;

  // Required for everything below down to `answer`.
  std::unique_lock<std::mutex> lock() { return std::unique_lock(mutex_); }

  Server& add_server(Text name);
  Server* find_server(TextView name) const;
  Server& server(std::size_t index) const { return *servers_.at(index); }
  std::size_t server_count() const { return servers_.size(); }
  Directory& directory() { return directory_; }
  Clock& clock() { return clock_; }
  bool disposed() const { return disposed_; }
  void release(Hang& hang);
  const std::deque<JournalEntry>& journal() const { return journal_; }
  void clear_journal() { journal_.clear(); }

  // Answers one call of an exported function: applies the planned hangs and faults, otherwise runs
  // `body`, and enters the call in the journal. Takes the lock, but releases it while a call hangs.
  template <typename Body>
  abi::DWORD answer(Server& server, const char* function, Place place, std::optional<Text> port,
                    Body&& body) {
    auto lock = this->lock();
    std::optional<abi::DWORD> status = admit(lock, server, function, place);
    if (!status) {
      server.settle();
      status = body();
    }
    note(function, place == Place::everywhere ? Text() : server.name, std::move(port), *status);
    return *status;
  }
  // Enters a call to a server that does not exist in the journal.
  void note_stray(const char* function, Text server, std::optional<Text> port, abi::DWORD status);

  // Ends the call on the thread if it is in a cancellable hang.
  void cancel(ThreadNumber thread);

  // Ends every hang and refuses all further calls. Handles and buffers can still be counted.
  void dispose();

  // How often a caller freed a pointer that is not from the library or was freed already. Such a
  // pointer belongs to no world, so every world counts it.
  std::atomic<std::uint32_t> wrong_frees{0};

 private:
  struct HungCall {
    ThreadNumber thread;
    bool cancelled;
  };

  // Waits until the hang ends. The result is the status of a call that was cancelled.
  std::optional<abi::DWORD> sit_out(std::unique_lock<std::mutex>& lock, Hang& hang);
  // The status of a call that hangs or fails as planned or is refused; empty if it may proceed.
  std::optional<abi::DWORD> admit(std::unique_lock<std::mutex>& lock, Server& server,
                                  const char* function, Place place);
  void note(const char* function, Text server, std::optional<Text> port, abi::DWORD status);

  mutable std::mutex mutex_;
  std::condition_variable hang_ended_;
  std::list<HungCall> hung_calls_;
  bool disposed_ = false;
  Clock clock_;
  Directory directory_;
  std::vector<std::unique_ptr<Server>> servers_;
  std::deque<JournalEntry> journal_;
};

}  // namespace rras::simulator
