#include "simulator/handle_table.h"

#include <utility>

#include "simulator/owners.h"

namespace rras::simulator {

abi::HANDLE HandleTable::add(std::shared_ptr<World> world, Server& server, HandleKind kind) {
  const std::lock_guard lock(mutex_);
  const std::uintptr_t handle = next_;
  entries_.emplace(handle, Entry{std::move(world), &server, kind});
  next_ += 2;
  return reinterpret_cast<abi::HANDLE>(handle);
}

Callee HandleTable::find(abi::HANDLE handle, HandleKind kind) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(reinterpret_cast<std::uintptr_t>(handle));
  if (found == entries_.end() || found->second.kind != kind) {
    return {};
  }
  return owner_in(entries_, found->first);
}

void HandleTable::remove(abi::HANDLE handle) {
  std::shared_ptr<World> kept;
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(reinterpret_cast<std::uintptr_t>(handle));
  if (found != entries_.end()) {
    kept = std::move(found->second.world);
    entries_.erase(found);
  }
}

std::size_t HandleTable::count(const World& world) {
  const std::lock_guard lock(mutex_);
  return count_of(entries_, world);
}

}  // namespace rras::simulator
