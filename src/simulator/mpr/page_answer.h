// The pointers through which an enumeration returns a page.
#pragma once

#include <cstddef>

#include "simulator/mpr/exports.h"
#include "simulator/page.h"

namespace rras::simulator {

// `Buffer` is the type in the signature of the function.
template <typename Buffer>
struct PageAnswer {
  Buffer** buffer;
  abi::DWORD* read;
  abi::DWORD* total;
  abi::DWORD* resume;

  // Every pointer but that of the resume handle is required.
  bool complete() const { return buffer != nullptr && read != nullptr && total != nullptr; }
  abi::DWORD resume_handle() const { return resume == nullptr ? 0 : *resume; }

  // Must be called with the status that the function returns: without a page the resume handle is
  // -1, as MS-RRASM says.
  void end(abi::DWORD status) const {
    const bool page = status == abi::status::SUCCESS || status == abi::status::ERROR_MORE_DATA;
    if (!page && resume != nullptr) {
      *resume = 0xFFFFFFFF;
    }
  }
};

// `write(thing, wire)` fills in each entry.
template <typename Wire, typename T, typename Buffer, typename Write>
abi::DWORD give_page(const Callee& callee, const Page<T>& page, const PageAnswer<Buffer>& answer,
                     Write&& write) {
  const std::size_t count = page.entries.size();
  Wire* entries = nullptr;
  if (count > 0 || callee.server->quirks.empty_buffer) {
    entries = allocate<Wire>(callee, count);
    if (entries == nullptr) {
      return abi::status::ERROR_NOT_ENOUGH_MEMORY;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    write(*page.entries[i], entries[i]);
  }
  *answer.buffer = reinterpret_cast<Buffer*>(entries);
  *answer.read = static_cast<abi::DWORD>(count);
  *answer.total = static_cast<abi::DWORD>(page.total);
  if (answer.resume != nullptr) {
    *answer.resume = page.resume_handle;
  }
  return page.more ? abi::status::ERROR_MORE_DATA : abi::status::SUCCESS;
}

}  // namespace rras::simulator
