// An impossible request of a test. The verbs that TypeScript calls throw it; code that the exported
// functions call never does.
#pragma once

#include "simulator/text.h"

namespace rras::simulator {

struct Mistake {
  Text message;
};

}  // namespace rras::simulator
