// A call without a handle that names a domain, a machine or both.
#pragma once

#include <utility>

#include "simulator/call.h"

namespace rras::simulator {

struct DomainCallee {
  std::shared_ptr<World> world;
  // The caller's arguments without backslashes and slot; empty for NULL.
  Text domain;
  Text machine;
  bool machine_with_backslashes = false;
  // The named machine, or the local one if none was named. nullptr if there is no such machine.
  Server* server = nullptr;
};

// The slot may be in either name.
DomainCallee find_by_domain(const char16_t* domain, const char16_t* machine);

// The server whose faults and hangs apply to the call: the machine, otherwise a controller of the
// domain, otherwise the first server. nullptr in a world without servers.
Server* answering(const DomainCallee& callee);

// Writes the name of the server that holds the accounts of the domain or the machine. Returns the
// status.
abi::DWORD give_accounts_server(const DomainCallee& callee, char16_t* into);

// `body(callee)` returns the status. It runs with the world's lock held.
template <typename Body>
abi::DWORD call_by_domain(const char16_t* domain, const char16_t* machine, const char* function,
                          const CallArguments& arguments, Body&& body) noexcept {
  try {
    const DomainCallee callee = find_by_domain(domain, machine);
    if (callee.world == nullptr) {
      return unreachable_status();
    }
    Server* server = answering(callee);
    if (server == nullptr) {
      const abi::DWORD unreachable = unreachable_status();
      callee.world->note_stray(function, callee.machine, arguments.kept(), unreachable);
      return unreachable;
    }
    return callee.world->answer(*server, function, Place::server, arguments.kept(),
                                [&] { return body(callee); });
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
