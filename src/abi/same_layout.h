// Assertions that a struct of ours has the layout of the platform's. To be included after both:
// ours in a namespace `ours`, the platform's in the global one.
#pragma once

#include <cstddef>

#define SAME_SIZE(type)                               \
  static_assert(sizeof(ours::type) == sizeof(::type), \
                "size of " #type " differs from the platform's")

#define SAME_FIELD(type, field)                                           \
  static_assert(offsetof(ours::type, field) == offsetof(::type, field) && \
                    sizeof(ours::type::field) == sizeof(::type::field),   \
                #type "::" #field " differs from the platform's")
