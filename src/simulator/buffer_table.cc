#include "simulator/buffer_table.h"

#include <cstdlib>
#include <cstring>
#include <utility>

#include "simulator/owners.h"

namespace rras::simulator {

namespace {

struct FreeMemory {
  void operator()(void* memory) const { std::free(memory); }
};

// Freed memory is filled, so that reading it shows. Called through a volatile pointer, because a
// compiler may remove a write to memory that is freed next.
constexpr int rubbish = 0xDD;
void* (*const volatile fill)(void*, int, std::size_t) = std::memset;

}  // namespace

void* BufferTable::allocate(std::size_t size, std::shared_ptr<World> world, Server& server,
                            Memory memory) {
  std::unique_ptr<void, FreeMemory> buffer(std::calloc(1, size == 0 ? 1 : size));
  if (buffer == nullptr) {
    return nullptr;
  }
  const std::lock_guard lock(mutex_);
  entries_.emplace(buffer.get(), Entry{size, memory, std::move(world), &server});
  return buffer.release();
}

Callee BufferTable::owner(const void* buffer) {
  const std::lock_guard lock(mutex_);
  return owner_in(entries_, buffer);
}

bool BufferTable::release(void* buffer, Memory memory) {
  Entry entry;
  {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(buffer);
    if (found == entries_.end() || found->second.memory != memory) {
      return false;
    }
    entry = std::move(found->second);
    entries_.erase(found);
  }
  fill(buffer, rubbish, entry.size);
  std::free(buffer);
  return true;
}

std::size_t BufferTable::count(const World& world) {
  const std::lock_guard lock(mutex_);
  return count_of(entries_, world);
}

}  // namespace rras::simulator
