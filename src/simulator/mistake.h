// What a scene asks for and cannot be: thrown by the verbs that TypeScript calls, never by what the
// exported functions call.
#pragma once

#include "simulator/text.h"

namespace rras::simulator {

struct Mistake {
  Text message;
};

}  // namespace rras::simulator
