// The frame of the functions for the stored configuration. They work while the service is stopped.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "abi/mprapi/configuration.h"
#include "simulator/mpr/exports.h"

// Follows the definition of a function that begins with MprConfig. `signature` is its type in
// abi/mprapi.
#define RRAS_STORED_AS(name, signature)                                      \
  static_assert(std::is_same_v<decltype(&MprConfig##name), mpr::signature>); \
  static const ExportEntry exported_config_##name("MprConfig" #name, true)
#define RRAS_STORED(name) RRAS_STORED_AS(name, Config##name)

namespace rras::simulator {

// `body(callee)` returns the status.
template <typename Body>
abi::DWORD call_stored(abi::HANDLE handle, const char* function, const CallArguments& arguments,
                       Body&& body) noexcept {
  try {
    const Callee callee = library_state().handles.find(handle, HandleKind::configuration);
    if (callee.server == nullptr) {
      return handle == nullptr ? abi::status::ERROR_INVALID_PARAMETER
                               : abi::status::ERROR_INVALID_HANDLE;
    }
    return callee.world->answer(
        *callee.server, function, Place::server, arguments.kept(), [&]() -> abi::DWORD {
          return callee.server->denied ? abi::status::ERROR_ACCESS_DENIED : body(callee);
        });
  } catch (...) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
}

// The handle of a thing that is not in the configuration (any more).
inline abi::DWORD stale(const Server& server, abi::HANDLE handle) {
  return handle == nullptr ? abi::status::ERROR_INVALID_PARAMETER
                           : server.quirks.stale_stored_handle;
}

struct StoredPage {
  abi::BYTE** buffer;
  abi::DWORD preferred;
  abi::DWORD* read;
  abi::DWORD* total;
  abi::DWORD* resume;
};

// Hands out a page of the list. `write(entry, wire)` fills in each entry.
template <typename Wire, typename Entry, typename Write>
abi::DWORD give_stored_page(const Callee& callee, abi::DWORD level,
                            const std::vector<const Entry*>& list, const StoredPage& page,
                            Write&& write) {
  if (page.buffer == nullptr || page.read == nullptr || page.total == nullptr || level != 0 ||
      page.preferred < sizeof(Wire)) {
    return abi::status::ERROR_INVALID_PARAMETER;
  }
  *page.buffer = nullptr;
  const std::size_t from = page.resume == nullptr ? 0 : *page.resume;
  if (from >= list.size()) return abi::status::ERROR_NO_MORE_ITEMS;
  const std::size_t fitting =
      callee.server->quirks.stored_page_of_one ? 1 : page.preferred / sizeof(Wire);
  const std::size_t count = std::min(list.size() - from, fitting);
  Wire* entries = allocate<Wire>(callee, count, Memory::stored);
  if (entries == nullptr) return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  for (std::size_t i = 0; i < count; ++i) write(*list[from + i], entries[i]);
  const bool more = from + count < list.size();
  *page.buffer = reinterpret_cast<abi::BYTE*>(entries);
  *page.read = static_cast<abi::DWORD>(count);
  *page.total = static_cast<abi::DWORD>(list.size() - from);
  if (page.resume != nullptr) *page.resume = more ? static_cast<abi::DWORD>(from + count) : 0;
  return more ? abi::status::ERROR_MORE_DATA : abi::status::SUCCESS;
}

}  // namespace rras::simulator
