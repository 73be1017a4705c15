// What one Simulator holds: its servers, its clock and the journal of the calls it got.
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

// Where a function does its work. What works in the DLL alone, without asking the server, goes on
// working when the world has ended: a buffer can be given back then, and a handle let go.
// `everywhere` is a call that names no server, though one answers it.
enum class Place { server, library, everywhere };

class World {
 public:
  World(unsigned number, bool clock_runs) : slot(number), clock_(clock_runs) {}
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const unsigned slot;

  // To be held for everything below down to `answer`.
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

  // Answers one call of an exported function: waits while it is to hang, fails it if it is to fail,
  // else lets `body` do it, and writes it into the journal. Takes the lock, but never holds it
  // while a call hangs.
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
  // The same for a call that asked for a server that is not there.
  void note_stray(const char* function, Text server, std::optional<Text> port, abi::DWORD status);

  // Ends the call that the thread is in, if that is in a hang that lets it.
  void cancel(ThreadNumber thread);

  // Ends every hang and answers no more. Handles and buffers stay countable.
  void dispose();

  // Pointers given to the library to be freed that were never handed out or are freed already. They
  // belong to no world, so each that lives counts them.
  std::atomic<std::uint32_t> wrong_frees{0};

 private:
  struct HungCall {
    ThreadNumber thread;
    bool cancelled;
  };

  // The status if the call was cancelled.
  std::optional<abi::DWORD> sit_out(std::unique_lock<std::mutex>& lock, Hang& hang);
  // The status if the call goes no further.
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
