// Some functions return the name of a server with backslashes, in an array of UNCLEN + 1 units that
// the caller provides.
#pragma once

#include "abi/mprapi/lengths.h"
#include "simulator/text.h"

namespace rras::simulator {

constexpr std::size_t server_name_units = abi::mpr::UNCLEN + 1;

// Truncates a name that is too long.
inline void write_server_name(char16_t* array, const Text& name) {
  const Text written = u"\\\\" + (name.empty() ? Text(u"LOCALHOST") : name);
  array[written.copy(array, server_name_units - 1)] = u'\0';
}

}  // namespace rras::simulator
