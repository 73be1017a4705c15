// Names of servers as some functions return them: with backslashes, in the caller's array of
// UNCLEN + 1 units.
#pragma once

#include "abi/mprapi/lengths.h"
#include "simulator/text.h"

namespace rras::simulator {

constexpr std::size_t server_name_units = abi::mpr::UNCLEN + 1;

// A name that is too long is cut.
inline void write_server_name(char16_t* array, const Text& name) {
  const Text written = u"\\\\" + (name.empty() ? Text(u"LOCALHOST") : name);
  array[written.copy(array, server_name_units - 1)] = u'\0';
}

}  // namespace rras::simulator
