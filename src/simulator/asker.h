// Asks JavaScript what is to become of a call. The answer comes back through
// World::answer_question.
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/call_arguments.h"
#include "simulator/clock.h"

namespace rras::simulator {

using QuestionNumber = std::uint32_t;
using HookNumber = std::uint32_t;

// A call that waits for an answer.
struct Question {
  QuestionNumber number = 0;
  // The hooks to ask, the oldest first.
  std::vector<HookNumber> hooks;
  const char* function = nullptr;
  Text server;
  KeptCall call;
  Clock::Time at{0};
};

class Asker {
 public:
  virtual ~Asker() = default;
  // Never waits. False if there is nobody to ask: the environment has ended, or it is the thread of
  // the environment that asks, which cannot wait for itself.
  virtual bool ask(Question question) noexcept = 0;
};

}  // namespace rras::simulator
