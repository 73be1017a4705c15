// A call that names no server, such as one for the text of an error. Every world enters it in its
// journal. One server answers it: the first that has a fault or a hang for it, otherwise the first
// of all.
#pragma once

#include <optional>
#include <utility>

#include "simulator/call.h"

namespace rras::simulator {

// Without world and server if no world has a server.
Callee answering_everywhere(const char* function);

// Enters the call in the journals of all worlds but one.
void note_everywhere(const char* function, const CallArguments& arguments, abi::DWORD status,
                     const World* except);

// `body(callee)` returns the status.
template <typename Body>
abi::DWORD call_everywhere(const char* function, const CallArguments& arguments,
                           Body&& body) noexcept {
  try {
    const Callee callee = answering_everywhere(function);
    const abi::DWORD status =
        callee.server == nullptr
            ? unreachable_status()
            : callee.world->answer(*callee.server, function, Place::everywhere, arguments.kept(),
                                   [&] { return body(callee); });
    note_everywhere(function, arguments, status, callee.world.get());
    return status;
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
