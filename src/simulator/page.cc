#include "simulator/page.h"

#include <limits>

namespace rras::simulator {

using namespace abi;

namespace {

// A resume handle is the ordinal of the next entry and eight check bits, which show whether the
// value was altered. So the server stores nothing between two calls.
constexpr unsigned check_bits = 8;

DWORD check_of(Ordinal ordinal) {
  return ((ordinal * 2654435761U) >> 24) & 0xFF;
}

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

// `most(fitting)` is the length of the page if `fitting` entries fit the preferred length.
template <typename Most>
PageSize size_of_page(const Quirks& quirks, DWORD preferred_length, DWORD bytes_each, Most&& most) {
  if (quirks.page_without_progress) {
    return {0, true};
  }
  if (preferred_length == everything) {
    return {all};
  }
  return {most(preferred_length / bytes_each)};
}

}  // namespace

DWORD resume_at(Ordinal ordinal) {
  return (ordinal << check_bits) | check_of(ordinal);
}

std::optional<Ordinal> ordinal_in(DWORD resume_handle) {
  const Ordinal ordinal = resume_handle >> check_bits;
  return resume_handle == 0 || resume_handle == resume_at(ordinal) ? std::optional(ordinal)
                                                                   : std::nullopt;
}

PageSize page_size(const Quirks& quirks, DWORD preferred_length, DWORD bytes_each) {
  return size_of_page(quirks, preferred_length, bytes_each, [&](std::size_t fitting) {
    return fitting == 0 && quirks.page_of_one ? 1 : fitting;
  });
}

// MS-RRASM: no entry if not even one fits, otherwise one more than fit.
PageSize page_size_ex(const Quirks& quirks, DWORD preferred_length, DWORD bytes_each) {
  return size_of_page(quirks, preferred_length, bytes_each,
                      [](std::size_t fitting) { return fitting == 0 ? 0 : fitting + 1; });
}

}  // namespace rras::simulator
