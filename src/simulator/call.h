// The frame of every exported function: find the server, let its world answer, let nothing escape.
#pragma once

#include <optional>
#include <utility>

#include "abi/status.h"
#include "abi/windows_types.h"
#include "simulator/callee.h"
#include "simulator/library_state.h"
#include "simulator/text.h"

#if defined(_MSC_VER)
// A definition file made from the sources (tools/compile/exports.mjs) exports the undecorated
// names.
#define RRAS_SIMULATOR_EXPORT extern "C"
#elif defined(_WIN32)
#define RRAS_SIMULATOR_EXPORT extern "C" __declspec(dllexport)
#else
#define RRAS_SIMULATOR_EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace rras::simulator {

// The port that a call names, for the journal.
class PortArgument {
 public:
  PortArgument() = default;
  explicit PortArgument(const char16_t* name) : name_(name) {}
  explicit PortArgument(abi::HANDLE handle) : handle_(reinterpret_cast<std::uintptr_t>(handle)) {}

  std::optional<Text> text() const {
    if (handle_) {
      return decimal(*handle_);
    }
    return name_ != nullptr ? std::optional<Text>(name_) : std::nullopt;
  }

 private:
  std::optional<std::uintptr_t> handle_;
  const char16_t* name_ = nullptr;
};

// Why the server turns a call away before it looks at the arguments, in the order of MS-RRASM:
// access, then the router's type. A stopped service is not there to ask either of them.
enum class Need { any_router, dial_in_router };
std::optional<abi::DWORD> refusal(const Server& server, Need need);

// The same for a function that not every server has: the Windows it came with, and the quirk that
// an older server answers with.
struct Since {
  Generation generation{};
  abi::DWORD Quirks::*otherwise = &Quirks::newer_function;
};
std::optional<abi::DWORD> refusal(const Server& server, Need need, Since since);

// What is answered for a server that is not there.
abi::DWORD unreachable_status();

// Whether the server goes by the name in this form: in some dialects it needs its backslashes.
bool well_addressed(const Callee& callee);

// MprAdminBufferFree and its kin.
abi::DWORD free_buffer(const char* function, void* buffer, Memory memory = Memory::buffer) noexcept;

// MprAdminServerDisconnect and its kin.
void let_go(const char* function, abi::HANDLE handle) noexcept;

// A call through a handle. `body(callee)` gives the status; `bad_handle` is the status when the
// handle is none of ours.
template <typename Body>
abi::DWORD call_by_handle(abi::HANDLE handle, const char* function, abi::DWORD bad_handle,
                          PortArgument port, Body&& body) noexcept {
  try {
    const Callee callee = library_state().handles.find(handle);
    if (callee.server == nullptr) {
      return bad_handle;
    }
    return callee.world->answer(*callee.server, function, Place::server, port.text(),
                                [&] { return body(callee); });
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

// A call to a server by name; nullptr is the local one.
template <typename Body>
abi::DWORD call_by_address(const char16_t* address, const char* function, PortArgument port,
                           Body&& body) noexcept {
  try {
    Callee callee = library_state().slots.find(address);
    if (callee.server != nullptr && well_addressed(callee)) {
      return callee.world->answer(*callee.server, function, Place::server, port.text(),
                                  [&] { return body(callee); });
    }
    const abi::DWORD unreachable = unreachable_status();
    if (callee.world != nullptr) {
      callee.world->note_stray(function, std::move(callee.asked), port.text(), unreachable);
    }
    return unreachable;
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

}  // namespace rras::simulator
