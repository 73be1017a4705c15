// The server that a call is for.
#pragma once

#include <memory>

#include "simulator/text.h"
#include "simulator/world.h"

namespace rras::simulator {

struct Callee {
  // nullptr if there is no world in the slot that the call named.
  std::shared_ptr<World> world;
  // nullptr if the world has no such server.
  Server* server = nullptr;
  Text asked;
  // How the server was named; empty for a handle and for the local server.
  bool with_backslashes = false;
};

}  // namespace rras::simulator
