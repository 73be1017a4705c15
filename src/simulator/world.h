// The world of one Simulator: its servers, its clock and the journal of the calls to them.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/asker.h"
#include "simulator/call_arguments.h"
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
  KeptCall call;
  abi::DWORD status;
  Clock::Time at;
};

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
  void step(Clock::Time time);
  void release(Hang& hang);
  void release(Delay& delay);
  void end(Hook& hook);
  // Whom to ask about calls that have a hook.
  void set_asker(std::shared_ptr<Asker> asker) { asker_ = std::move(asker); }
  // The status with which the call ends; without one it goes on.
  void answer_question(QuestionNumber number, std::optional<abi::DWORD> status);
  const std::deque<JournalEntry>& journal() const { return journal_; }
  void clear_journal() { journal_.clear(); }

  // Answers one call of an exported function: applies the planned delays, hangs, hooks and faults,
  // otherwise runs `body`, and enters the call in the journal. Takes the lock, but releases it
  // while a call waits.
  template <typename Body>
  abi::DWORD answer(Server& server, const char* function, Place place, KeptCall call, Body&& body) {
    auto lock = this->lock();
    std::optional<abi::DWORD> status = admit(lock, server, function, place, call);
    if (!status) {
      server.settle();
      status = body();
    }
    note(function, place == Place::everywhere ? Text() : server.name, std::move(call), *status);
    return *status;
  }
  // Enters a call to a server that does not exist in the journal.
  void note_stray(const char* function, Text server, KeptCall call, abi::DWORD status);

  // Ends the call on the thread if it is in a cancellable hang.
  void cancel(ThreadNumber thread);

  // Ends every hang and refuses all further calls. Handles and buffers can still be counted.
  void dispose();

  // How often a caller freed a pointer that is not from the library or was freed already. Such a
  // pointer belongs to no world, so every world counts it.
  std::atomic<std::uint32_t> wrong_frees{0};

 private:
  struct WaitingCall {
    ThreadNumber thread;
    bool cancelled;
  };
  struct PendingAnswer {
    bool given = false;
    std::optional<abi::DWORD> status;
  };

  // Waits until `over()`, the time or the end of the world. The result is the status of a call that
  // was cancelled.
  template <typename Over>
  std::optional<abi::DWORD> wait(std::unique_lock<std::mutex>& lock, bool cancellable,
                                 std::optional<Clock::Time> until, Over&& over);
  std::optional<abi::DWORD> sit_out(std::unique_lock<std::mutex>& lock, Hang& hang);
  std::optional<abi::DWORD> sit_out(std::unique_lock<std::mutex>& lock, Delay& delay);
  // The status that a hook decides on, if one does.
  std::optional<abi::DWORD> consult(std::unique_lock<std::mutex>& lock, Server& server,
                                    const char* function, Place place, const KeptCall& call);
  // The status of a call that hangs or fails as planned or is refused; empty if it may proceed.
  std::optional<abi::DWORD> admit(std::unique_lock<std::mutex>& lock, Server& server,
                                  const char* function, Place place, const KeptCall& call);
  void note(const char* function, Text server, KeptCall call, abi::DWORD status);

  mutable std::mutex mutex_;
  // Whatever a call may be waiting for has changed.
  std::condition_variable changed_;
  std::list<WaitingCall> waiting_calls_;
  std::shared_ptr<Asker> asker_;
  QuestionNumber last_question_ = 0;
  std::map<QuestionNumber, PendingAnswer> pending_answers_;
  bool disposed_ = false;
  Clock clock_;
  Directory directory_;
  std::vector<std::unique_ptr<Server>> servers_;
  std::deque<JournalEntry> journal_;
};

}  // namespace rras::simulator
