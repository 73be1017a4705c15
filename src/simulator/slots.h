// The worlds of the process, each in a numbered slot. The address of a server contains the slot:
// `NAME%N` and `%N` (the local server) are in slot N, plain names and NULL in slot 0.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "simulator/callee.h"
#include "simulator/world.h"

namespace rras::simulator {

class Slots {
 public:
  // Makes a world in the lowest free slot.
  std::shared_ptr<World> create(bool clock_runs);
  // Ends the world and frees its slot. A second call does nothing.
  void dispose(World& world);
  // `address` is the argument of an exported function; nullptr is the local server.
  Callee find(const char16_t* address);
  // Ends the call on the thread if it is in a cancellable hang.
  void cancel(ThreadNumber thread);
  // All worlds that were not disposed of.
  std::vector<std::shared_ptr<World>> worlds();
  // Counts, in every world, a freed pointer that is not from the library.
  void count_wrong_free();

 private:
  std::shared_ptr<World> at(unsigned slot);

  std::mutex mutex_;
  std::vector<std::shared_ptr<World>> slots_;
};

}  // namespace rras::simulator
