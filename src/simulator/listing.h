// What an enumeration shows of a server, page by page.
#pragma once

#include <cstddef>
#include <optional>

#include "abi/windows_types.h"
#include "simulator/page.h"
#include "simulator/server.h"

namespace rras::simulator {

// `of` is the connection whose ports are wanted, nullptr for all. `resume_handle` is 0 or what the
// page before it said; nothing comes back if it was edited on the way.
std::optional<Page<Port>> list_ports(const Server& server, const Connection* of, PageSize size,
                                     abi::DWORD resume_handle);

// Established ones only.
std::optional<Page<Connection>> list_connections(const Server& server, PageSize size,
                                                 abi::DWORD resume_handle);

}  // namespace rras::simulator
