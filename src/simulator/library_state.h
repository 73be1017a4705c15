// What the library holds for the whole process: the worlds in their slots, the handles and the
// buffers it gave out.
//
// All Simulators of a dialect share it, whichever environment made them. It is never destroyed: a
// thread that belongs to nobody can still be inside a call while the process exits.
//
// Each of its parts has its own lock, and they are the innermost: with one of them held no other is
// taken, with a world's lock held any of them may be.
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
