// An entry of the MIB: bytes that depend on the client that answered.
#pragma once

#include <string_view>

#include "records/record.h"

namespace rras::records {

struct MibEntry {
  std::string_view entry;
};

inline constexpr auto kMibEntry = record("mibEntry", bytes("entry", &MibEntry::entry));

}  // namespace rras::records
