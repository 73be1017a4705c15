// The server handles that were given out. A handle from outside is looked up here and never
// dereferenced, so that callers can pass any garbage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "abi/windows_types.h"
#include "simulator/callee.h"

namespace rras::simulator {

class HandleTable {
 public:
  abi::HANDLE add(std::shared_ptr<World> world, Server& server);
  // No world and no server if the handle is not one of ours, or was released.
  Callee find(abi::HANDLE handle);
  void remove(abi::HANDLE handle);
  std::size_t count(const World& world);

 private:
  // An entry keeps its world alive: a handle outlives its disposed world until it is released.
  struct Entry {
    std::shared_ptr<World> world;
    Server* server = nullptr;
  };

  std::mutex mutex_;
  std::unordered_map<std::uintptr_t, Entry> entries_;
  // Cannot be mistaken for a pointer, a port's handle or a small number.
  std::uintptr_t next_ = 0x52520001;
};

}  // namespace rras::simulator
