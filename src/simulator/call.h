// The frame of every exported function: it finds the server, lets its world answer, and lets no
// exception escape.
#pragma once

#include <optional>
#include <utility>

#include "abi/status.h"
#include "abi/windows_types.h"
#include "simulator/call_arguments.h"
#include "simulator/callee.h"
#include "simulator/library_state.h"
#include "simulator/text.h"

#if defined(_MSC_VER)
// tools/compile/exports.mjs makes a definition file that exports the undecorated names.
#define RRAS_SIMULATOR_EXPORT extern "C"
#elif defined(_WIN32)
#define RRAS_SIMULATOR_EXPORT extern "C" __declspec(dllexport)
#else
#define RRAS_SIMULATOR_EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace rras::simulator {

// The status with which a server refuses a call before it checks the arguments. The order is that
// of MS-RRASM: access, then the type of the router. A stopped service checks neither.
enum class Need { any_router, dial_in_router };
std::optional<abi::DWORD> refusal(const Server& server, Need need);

// The same for a function that older servers lack: the Windows version that introduced it, and the
// quirk that holds the answer of an older server.
struct Since {
  Generation generation{};
  abi::DWORD Quirks::*otherwise = &Quirks::newer_function;
};
std::optional<abi::DWORD> refusal(const Server& server, Need need, Since since);

// The answer for a server that does not exist.
abi::DWORD unreachable_status();

// Whether the server accepts its name in this form. Some dialects require backslashes.
bool well_addressed(const Callee& callee);

// For MprAdminBufferFree and the functions like it.
abi::DWORD free_buffer(const char* function, void* buffer, Memory memory = Memory::buffer) noexcept;

// For MprAdminServerDisconnect and the functions like it.
void let_go(const char* function, abi::HANDLE handle,
            HandleKind kind = HandleKind::server) noexcept;

// A call through a handle. `body(callee)` returns the status; `bad_handle` is the status for a
// handle that the library did not give out.
template <typename Body>
abi::DWORD call_by_handle(abi::HANDLE handle, const char* function, abi::DWORD bad_handle,
                          const CallArguments& arguments, Body&& body,
                          HandleKind kind = HandleKind::server) noexcept {
  try {
    const Callee callee = library_state().handles.find(handle, kind);
    if (callee.server == nullptr) {
      return bad_handle;
    }
    return callee.world->answer(*callee.server, function, Place::server, arguments.kept(),
                                [&] { return body(callee); });
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

// A call to a server by name; nullptr is the local server.
template <typename Body>
abi::DWORD call_by_address(const char16_t* address, const char* function,
                           const CallArguments& arguments, Body&& body) noexcept {
  try {
    Callee callee = library_state().slots.find(address);
    if (callee.server != nullptr && well_addressed(callee)) {
      return callee.world->answer(*callee.server, function, Place::server, arguments.kept(),
                                  [&] { return body(callee); });
    }
    const abi::DWORD unreachable = unreachable_status();
    if (callee.world != nullptr) {
      callee.world->note_stray(function, std::move(callee.asked), arguments.kept(), unreachable);
    }
    return unreachable;
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
