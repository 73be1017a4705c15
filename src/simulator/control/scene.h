// A scene is a world with what JavaScript needs to control it. The verbs work on scenes.
#pragma once

#include <memory>
#include <vector>

#include "simulator/faults.h"
#include "simulator/world.h"

namespace rras::simulator {

struct Scene {
  std::shared_ptr<World> world;
  // JavaScript refers to these by their index.
  std::vector<std::shared_ptr<Fault>> faults;
  std::vector<std::shared_ptr<Hang>> hangs;
};

}  // namespace rras::simulator
