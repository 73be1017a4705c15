// A scene is a world as JavaScript sets it: what the verbs work on.
#pragma once

#include <memory>
#include <vector>

#include "simulator/faults.h"
#include "simulator/world.h"

namespace rras::simulator {

struct Scene {
  std::shared_ptr<World> world;
  // By the numbers under which JavaScript knows them.
  std::vector<std::shared_ptr<Fault>> faults;
  std::vector<std::shared_ptr<Hang>> hangs;
};

}  // namespace rras::simulator
