// The buffers that the library has allocated for callers and that are not freed yet.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "simulator/callee.h"

namespace rras::simulator {

// Which function frees a buffer: the library's own, the MIB's, the stored configuration's, or
// LocalFree.
enum class Memory { buffer, mib, stored, local };

class BufferTable {
 public:
  // Zeroed memory of exactly this size, so that a memory checker detects reads beyond it. nullptr
  // if memory runs out.
  void* allocate(std::size_t size, std::shared_ptr<World> world, Server& server,
                 Memory memory = Memory::buffer);
  // Without world and server if the pointer is not from this library or was freed.
  Callee owner(const void* buffer);
  // False if the buffer does not exist, was freed, or is of the other kind.
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
