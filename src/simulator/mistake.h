// An impossible request of a test. The verbs that TypeScript calls throw it; code that the exported
// functions call never does. It becomes a SimulatorError with the code.
#pragma once

#include <utility>

#include "simulator/text.h"

namespace rras::simulator {

struct Mistake {
  const char* code = nullptr;
  Text message;

  // There is something of this name already.
  static Mistake exists(Text message) { return {"ERR_RRAS_SIMULATOR_EXISTS", std::move(message)}; }
  // What is meant is not there, or not any more.
  static Mistake not_found(Text message) {
    return {"ERR_RRAS_SIMULATOR_NOT_FOUND", std::move(message)};
  }
  // The world is in a state in which it cannot happen.
  static Mistake impossible(Text message) {
    return {"ERR_RRAS_SIMULATOR_IMPOSSIBLE", std::move(message)};
  }
};

}  // namespace rras::simulator
