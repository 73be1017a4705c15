#include "simulator/call_everywhere.h"

namespace rras::simulator {

Callee answering_everywhere(const char* function) {
  Callee first;
  for (const auto& world : library_state().slots.worlds()) {
    const auto lock = world->lock();
    for (std::size_t i = 0; i < world->server_count(); ++i) {
      Server& server = world->server(i);
      const bool decides =
          server.not_implemented || server.faults.concerns(function, Place::everywhere);
      if (decides || first.server == nullptr) {
        first.world = world;
        first.server = &server;
      }
      if (decides) {
        return first;
      }
    }
  }
  return first;
}

void note_everywhere(const char* function, const CallArguments& arguments, abi::DWORD status,
                     const World* except) {
  for (const auto& world : library_state().slots.worlds()) {
    if (world.get() != except) {
      world->note_stray(function, {}, arguments.kept(), status);
    }
  }
}

}  // namespace rras::simulator
