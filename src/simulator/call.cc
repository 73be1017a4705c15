#include "simulator/call.h"

#include "simulator/dialect.h"

namespace rras::simulator {

using namespace abi;

DWORD unreachable_status() {
  return dialect().unreachable;
}

std::optional<DWORD> refusal(const Server& server, Need need) {
  if (!server.running()) {
    return server.quirks.call_when_stopped;
  }
  if (server.denied) {
    return status::ERROR_ACCESS_DENIED;
  }
  if (server.lan_only && need == Need::dial_in_router) {
    return status::ERROR_DDM_NOT_RUNNING;
  }
  return std::nullopt;
}

std::optional<DWORD> refusal(const Server& server, Need need, Since since) {
  if (server.running() && server.generation < since.generation) {
    return server.quirks.*since.otherwise;
  }
  return refusal(server, need);
}

bool well_addressed(const Callee& callee) {
  if (callee.asked.empty()) {
    return true;
  }
  const auto lock = callee.world->lock();
  switch (callee.server->quirks.server_name_form) {
    case NameForm::plain:
      return !callee.with_backslashes;
    case NameForm::backslashes:
      return callee.with_backslashes;
    case NameForm::either:
      break;
  }
  return true;
}

DWORD free_buffer(const char* function, void* buffer, Memory memory) noexcept {
  try {
    if (buffer == nullptr) {
      return status::ERROR_INVALID_PARAMETER;
    }
    const auto release = [&]() -> DWORD {
      if (library_state().buffers.release(buffer, memory)) {
        return status::SUCCESS;
      }
      library_state().slots.count_wrong_free();
      return status::ERROR_INVALID_PARAMETER;
    };
    const Callee owner = library_state().buffers.owner(buffer);
    return owner.server == nullptr
               ? release()
               : owner.world->answer(*owner.server, function, Place::library, KeptCall(), release);
  } catch (...) {
    return status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

void let_go(const char* function, HANDLE handle, HandleKind kind) noexcept {
  try {
    const Callee callee = library_state().handles.find(handle, kind);
    if (callee.server != nullptr) {
      callee.world->answer(*callee.server, function, Place::library, KeptCall(), [&] {
        library_state().handles.remove(handle);
        return status::SUCCESS;
      });
    }
  } catch (...) {
    // The function returns nothing, so the failure cannot be reported.
  }
}

}  // namespace rras::simulator
