#include "simulator/library_state.h"

#include <memory>

namespace rras::simulator {

LibraryState& library_state() {
  static LibraryState& state = *std::make_unique<LibraryState>().release();
  return state;
}

}  // namespace rras::simulator
