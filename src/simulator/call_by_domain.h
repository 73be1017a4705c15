// A call that names a domain, a machine or both, and has no handle.
#pragma once

#include <utility>

#include "simulator/call.h"

namespace rras::simulator {

struct DomainCallee {
  std::shared_ptr<World> world;
  // As the caller gave them, without backslashes and slot; empty for NULL.
  Text domain;
  Text machine;
  bool machine_with_backslashes = false;
  // The named machine, or the local one if none was named. Null if there is no such machine.
  Server* server = nullptr;
};

// Either name may hold the slot.
DomainCallee find_by_domain(const char16_t* domain, const char16_t* machine);

// The server whose faults and hangs apply to the call: the machine, else a controller of the
// domain, else the first server. Null in a world without servers.
Server* answering(const DomainCallee& callee);

// Writes the name of the server that holds the accounts of the domain or the machine; gives the
// status.
abi::DWORD give_accounts_server(const DomainCallee& callee, char16_t* into);

// `body(callee)` gives the status; the world's lock is held.
template <typename Body>
abi::DWORD call_by_domain(const char16_t* domain, const char16_t* machine, const char* function,
                          Body&& body) noexcept {
  try {
    const DomainCallee callee = find_by_domain(domain, machine);
    if (callee.world == nullptr) {
      return unreachable_status();
    }
    Server* server = answering(callee);
    if (server == nullptr) {
      const abi::DWORD unreachable = unreachable_status();
      callee.world->note_stray(function, callee.machine, std::nullopt, unreachable);
      return unreachable;
    }
    return callee.world->answer(*server, function, Place::server, std::nullopt,
                                [&] { return body(callee); });
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
