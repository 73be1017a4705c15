// The state of the library in the whole process: the worlds in their slots, and the handles and
// buffers that callers have.
//
// All Simulators of a dialect share it, in every environment. It is never destroyed, because a
// thread may still be inside a call while the process exits.
//
// Each part has its own lock, and these locks are innermost: no other lock is taken while one of
// them is held. They may be taken while a world's lock is held.
#pragma once

#include "simulator/buffer_table.h"
#include "simulator/handle_table.h"
#include "simulator/slots.h"

namespace rras::simulator {

struct LibraryState {
  Slots slots;
  HandleTable handles;
  BufferTable buffers;
};

LibraryState& library_state();

}  // namespace rras::simulator
