// The server handles that callers have. A handle from a caller is looked up here and never
// dereferenced, so that any value is safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "abi/windows_types.h"
#include "simulator/callee.h"

namespace rras::simulator {

// What a handle is for. The functions of one kind do not know the handles of another.
enum class HandleKind { server, mib, configuration };

class HandleTable {
 public:
  abi::HANDLE add(std::shared_ptr<World> world, Server& server,
                  HandleKind kind = HandleKind::server);
  // Without world and server if the handle is not from this library, was released, or is of another
  // kind.
  Callee find(abi::HANDLE handle, HandleKind kind = HandleKind::server);
  void remove(abi::HANDLE handle);
  std::size_t count(const World& world);

 private:
  // An entry keeps its world alive: a handle stays valid after its world is disposed of.
  struct Entry {
    std::shared_ptr<World> world;
    Server* server = nullptr;
    HandleKind kind = HandleKind::server;
  };

  std::mutex mutex_;
  std::unordered_map<std::uintptr_t, Entry> entries_;
  std::uintptr_t next_ = 0x52520001;
};

}  // namespace rras::simulator
