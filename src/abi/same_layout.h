// Assertions that our structs have the platform's layout. Ours are in a namespace `ours`, the
// platform's in the global namespace.
#pragma once

#include <cstddef>

#define SAME_SIZE(type)                               \
  static_assert(sizeof(ours::type) == sizeof(::type), \
                "size of " #type " differs from the platform's")

#define SAME_FIELD(type, field)                                           \
  static_assert(offsetof(ours::type, field) == offsetof(::type, field) && \
                    sizeof(ours::type::field) == sizeof(::type::field),   \
                #type "::" #field " differs from the platform's")

// For a type with another name in the platform's header.
#define SAME_AS(ours_type, type, last_field)                                               \
  static_assert(sizeof(ours::ours_type) == sizeof(::type) &&                               \
                    offsetof(ours::ours_type, last_field) == offsetof(::type, last_field), \
                #type " differs from the platform's")

template <typename T, std::size_t N>
constexpr bool same_numbers(const T (&ours)[N], const T (&platforms)[N]) {
  for (std::size_t i = 0; i < N; ++i) {
    if (ours[i] != platforms[i]) return false;
  }
  return true;
}

// One list of names, expanded once before and once after the platform's header.
#define SAME_NUMBERS(list) static_assert(same_numbers(ours::list, ::list), "a number differs")
