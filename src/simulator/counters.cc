#include "simulator/counters.h"

namespace rras::simulator {

Traffic share_of(const Traffic& traffic, std::size_t link, std::size_t links) {
  Traffic share{};
  for (std::size_t i = 0; i < counter_kinds; ++i) {
    share[i] = traffic[i] / links + (link == 0 ? traffic[i] % links : 0);
  }
  return share;
}

}  // namespace rras::simulator
