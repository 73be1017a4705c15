// One page of an enumeration of ports, and the resume handle that says where the next one begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/server.h"

namespace rras::simulator {

struct PortPage {
  std::vector<const Port*> ports;
  // How many there were from where the page begins.
  std::size_t total = 0;
  // What the caller is to hand back; 0 when nothing is left.
  abi::DWORD resume_handle = 0;
  bool more = false;
};

// A preferred length that asks for everything at once.
constexpr abi::DWORD everything = 0xFFFFFFFF;

// `of` is the connection whose ports are wanted, nullptr for all. `resume_handle` is 0 or what the
// page before it said; nothing comes back if it was edited on the way.
std::optional<PortPage> read_page(const Server& server, const Connection* of,
                                  abi::DWORD preferred_length, abi::DWORD resume_handle);

}  // namespace rras::simulator
