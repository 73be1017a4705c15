// The pages of an enumeration.
#pragma once

#include <cstddef>
#include <optional>

#include "abi/windows_types.h"
#include "simulator/page.h"
#include "simulator/server.h"

namespace rras::simulator {

// `of` is the connection whose ports are listed; nullptr lists all ports. `resume_handle` is 0 or
// the value that the previous page returned. The result is empty if that value was altered.
std::optional<Page<Port>> list_ports(const Server& server, const Connection* of, PageSize size,
                                     abi::DWORD resume_handle);

// Established connections only.
std::optional<Page<Connection>> list_connections(const Server& server, PageSize size,
                                                 abi::DWORD resume_handle);

}  // namespace rras::simulator
