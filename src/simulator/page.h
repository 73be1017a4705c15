// One page of an enumeration, and the resume handle that says where the next one begins.
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
  // How many there were from where the page begins.
  std::size_t total = 0;
  // What the caller is to hand back; 0 when nothing is left.
  abi::DWORD resume_handle = 0;
  bool more = false;
};

// A preferred length that asks for everything at once.
constexpr abi::DWORD everything = 0xFFFFFFFF;

struct PageSize {
  std::size_t most = 0;
  // Claims that there is more, whatever there is.
  bool endless = false;
};

// For entries of this many bytes each.
PageSize page_size(const Quirks& quirks, abi::DWORD preferred_length, abi::DWORD bytes_each);
// The same for ConnectionEnumEx, which does it in its own way.
PageSize page_size_ex(const Quirks& quirks, abi::DWORD preferred_length, abi::DWORD bytes_each);

abi::DWORD resume_at(Ordinal ordinal);
// The ordinal of what comes next; nothing if the resume handle was edited on the way. 0 begins.
std::optional<Ordinal> ordinal_in(abi::DWORD resume_handle);

// A page of the `total` things that `at(index)` gives.
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
