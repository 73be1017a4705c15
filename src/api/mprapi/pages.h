// Reads an enumeration of the API to its end, page after page.
#pragma once

#include <cstddef>
#include <utility>

#include "abi/mprapi.h"
#include "api/dll_buffer.h"
#include "api/functions.h"
#include "api/paging.h"
#include "shared/handles.h"

namespace rras::api::mprapi {

// The preferred length that requests all entries in one page.
constexpr abi::DWORD kEverythingAtOnce = 0xFFFFFFFF;

// Whether a struct has the requested version. Structs without a header have no version.
template <typename Struct>
bool is_readable(const Struct& /*entry*/) {
  return true;
}
// No document says that the header of an entry is filled in, or what its size counts; in the
// specification's example it is the size of the header. Another version is recognised by its
// revision, its type, or a size that is neither.
inline bool is_readable(const abi::mpr::RAS_CONNECTION_EX& entry) {
  const abi::mpr::MPRAPI_OBJECT_HEADER& header = entry.Header;
  if (header.revision == 0 && header.type == 0 && header.size == 0) return true;
  return header.revision == abi::mpr::MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1 &&
         header.type == abi::mpr::MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT &&
         (header.size == sizeof(abi::mpr::RAS_CONNECTION_EX) || header.size == sizeof header);
}

// For a visitor that needs no room for the entries.
struct NoRoom {
  void operator()(std::size_t /*entries*/) const {}
};

// `ask(&buffer, &entries, &total, &resume)` reads one page. `visit(entry)` is called once for each
// entry; the id in `key` identifies it. `make_room(entries)` is called before the entries of a
// page. Every page is freed.
template <typename Struct, typename Ask, typename Visit, typename MakeRoom>
Outcome every_page(const char* function, abi::mpr::BufferFree free, abi::HANDLE Struct::*key,
                   Ask ask, Visit visit, MakeRoom make_room) {
  Paging<std::uint64_t> paging;
  // Passed back unchanged. The pointer is never null, because not every function accepts null.
  abi::DWORD resume = 0;
  for (;;) {
    DllBuffer<Struct> buffer(free);
    abi::DWORD entries = 0;
    abi::DWORD total = 0;
    Page page{};
    page.resume_before = resume;
    page.status = ask(buffer, &entries, &total, &resume);
    page.has_buffer = static_cast<bool>(buffer);
    page.entries = entries;
    page.resume_after = resume;
    if (paging.readable(page)) {
      make_room(std::size_t{entries});
      for (abi::DWORD i = 0; i < entries; ++i) {
        const Struct& entry = buffer.get()[i];
        if (!is_readable(entry)) {
          paging.give_up(page);
          break;
        }
        if (paging.take(shared::id_of(entry.*key))) visit(entry);
      }
    }
    if (!paging.goes_on(page)) return paging.outcome(function);
  }
}

}  // namespace rras::api::mprapi
