// The buffers that were handed out and not yet freed.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "simulator/callee.h"

namespace rras::simulator {

// Which function frees it: the library's own, or LocalFree.
enum class Memory { buffer, local };

class BufferTable {
 public:
  // Zeroed memory of exactly this size, so that a memory checker sees reads beyond it. nullptr when
  // there is no memory.
  void* allocate(std::size_t size, std::shared_ptr<World> world, Server& server,
                 Memory memory = Memory::buffer);
  // No world and no server if the pointer is not one of ours, or was freed.
  Callee owner(const void* buffer);
  // False if the buffer is not there (any more), or is of the other kind.
  bool release(void* buffer, Memory memory = Memory::buffer);
  std::size_t count(const World& world);

 private:
  struct Entry {
    std::size_t size = 0;
    Memory memory = Memory::buffer;
    std::shared_ptr<World> world;
    Server* server = nullptr;
  };

  std::mutex mutex_;
  std::unordered_map<const void*, Entry> entries_;
};

}  // namespace rras::simulator
