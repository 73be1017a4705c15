// Writes counters to the structs of the API, which all use the same names of fields.
#pragma once

#include "simulator/counters.h"
#include "simulator/server.h"

namespace rras::simulator {

// `thing` is a Port or a Connection.
template <typename Thing, typename Wire>
void write_counters(const Server& server, const Thing& thing, Wire& into) {
  into.dwBytesXmited = server.counter(thing, Counter::bytes_sent);
  into.dwBytesRcved = server.counter(thing, Counter::bytes_received);
  into.dwFramesXmited = server.counter(thing, Counter::frames_sent);
  into.dwFramesRcved = server.counter(thing, Counter::frames_received);
  into.dwCrcErr = server.counter(thing, Counter::crc_errors);
  into.dwTimeoutErr = server.counter(thing, Counter::timeout_errors);
  into.dwAlignmentErr = server.counter(thing, Counter::alignment_errors);
  into.dwHardwareOverrunErr = server.counter(thing, Counter::hardware_overruns);
  into.dwFramingErr = server.counter(thing, Counter::framing_errors);
  into.dwBufferOverrunErr = server.counter(thing, Counter::buffer_overruns);
}

}  // namespace rras::simulator
