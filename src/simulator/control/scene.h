// A scene is a world with what JavaScript needs to control it. The verbs work on scenes.
#pragma once

#include <memory>
#include <vector>

#include "simulator/control/js_asker.h"
#include "simulator/faults.h"
#include "simulator/world.h"

namespace rras::simulator {

struct Scene {
  std::shared_ptr<World> world;
  // JavaScript refers to these by their index.
  std::vector<std::shared_ptr<Fault>> faults;
  std::vector<std::shared_ptr<Hang>> hangs;
  std::vector<std::shared_ptr<Delay>> delays;
  std::vector<std::shared_ptr<Hook>> hooks;
  // Made with the first hook.
  std::shared_ptr<JsAsker> asker;
};

}  // namespace rras::simulator
