// The worlds of the process, each in a numbered slot. A server's address tells the slot: plain
// names and NULL are of slot 0, `NAME%N` and `%N` (the local server) of slot N.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "simulator/callee.h"
#include "simulator/world.h"

namespace rras::simulator {

class Slots {
 public:
  // A new world in the lowest free slot.
  std::shared_ptr<World> create(bool clock_runs);
  // Ends the world and frees its slot. Twice is fine.
  void dispose(World& world);
  // `address` is what an exported function was given; nullptr is the local server.
  Callee find(const char16_t* address);
  // Ends the call that the thread is in, if that is in a hang that lets it.
  void cancel(ThreadNumber thread);
  // Those that live.
  std::vector<std::shared_ptr<World>> worlds();
  // Every world counts a pointer that was freed and is none of the library's.
  void count_wrong_free();

 private:
  std::shared_ptr<World> at(unsigned slot);

  std::mutex mutex_;
  std::vector<std::shared_ptr<World>> slots_;
};

}  // namespace rras::simulator
