// One page of an enumeration, and the resume handle with which the next one begins.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/quirks.h"
#include "simulator/roster.h"

namespace rras::simulator {

template <typename T>
struct Page {
  std::vector<const T*> entries;
  // The number of entries from the beginning of this page to the end of the list.
  std::size_t total = 0;
  // The value for the next call; 0 after the last page.
  abi::DWORD resume_handle = 0;
  bool more = false;
};

// The preferred length that requests all entries in one page.
constexpr abi::DWORD everything = 0xFFFFFFFF;

struct PageSize {
  std::size_t most = 0;
  // Every page claims that more entries follow.
  bool endless = false;
};

// `bytes_each` is the size of an entry.
PageSize page_size(const Quirks& quirks, abi::DWORD preferred_length, abi::DWORD bytes_each);
// The same for ConnectionEnumEx, which has its own rule.
PageSize page_size_ex(const Quirks& quirks, abi::DWORD preferred_length, abi::DWORD bytes_each);

abi::DWORD resume_at(Ordinal ordinal);
// The ordinal of the next entry; 0 starts from the beginning. Empty if the handle was altered.
std::optional<Ordinal> ordinal_in(abi::DWORD resume_handle);

// A page of `total` entries; `at(index)` returns each.
template <typename T, typename At>
Page<T> cut_page(std::size_t total, PageSize size, abi::DWORD resume_handle, At&& at) {
  Page<T> page;
  page.total = total;
  const std::size_t count = std::min(total, size.most);
  page.entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    page.entries.push_back(at(i));
  }
  page.more = count < total || size.endless;
  if (page.more) {
    page.resume_handle = count == 0 ? resume_handle : resume_at(at(count)->ordinal);
  }
  return page;
}

}  // namespace rras::simulator
