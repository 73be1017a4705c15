// For tables of handles and of buffers, whose entries hold the world and the server that they
// belong to.
#pragma once

#include <cstddef>

#include "simulator/callee.h"

namespace rras::simulator {

// Without world and server if the key is not in the table.
template <typename Entries, typename Key>
Callee owner_in(const Entries& entries, const Key& key) {
  const auto found = entries.find(key);
  Callee callee;
  if (found != entries.end()) {
    callee.world = found->second.world;
    callee.server = found->second.server;
  }
  return callee;
}

template <typename Entries>
std::size_t count_of(const Entries& entries, const World& world) {
  std::size_t count = 0;
  for (const auto& entry : entries) {
    if (entry.second.world.get() == &world) ++count;
  }
  return count;
}

}  // namespace rras::simulator
