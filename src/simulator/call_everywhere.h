// A call that names no server at all, such as one for an error's text. It is everybody's: every
// world writes it into its journal, and one server of them all answers it: the first that is to
// fail or to hang it, else the first there is.
#pragma once

#include <optional>
#include <utility>

#include "simulator/call.h"

namespace rras::simulator {

// None if there is no server anywhere.
Callee answering_everywhere(const char* function);

// The other worlds' journals.
void note_everywhere(const char* function, abi::DWORD status, const World* except);

// `body(callee)` gives the status.
template <typename Body>
abi::DWORD call_everywhere(const char* function, Body&& body) noexcept {
  try {
    const Callee callee = answering_everywhere(function);
    const abi::DWORD status =
        callee.server == nullptr ? unreachable_status()
                                 : callee.world->answer(*callee.server, function, Place::everywhere,
                                                        std::nullopt, [&] { return body(callee); });
    note_everywhere(function, status, callee.world.get());
    return status;
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
