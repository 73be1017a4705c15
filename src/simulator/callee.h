// The server that a call is for.
#pragma once

#include <memory>

#include "simulator/text.h"
#include "simulator/world.h"

namespace rras::simulator {

struct Callee {
  // None if the call named a world that is not there, or none at all.
  std::shared_ptr<World> world;
  // None if the world has no such server; then `asked` is what the call named.
  Server* server = nullptr;
  Text asked;
  // How the server was named; empty for a handle and for the local server.
  bool with_backslashes = false;
};

}  // namespace rras::simulator
