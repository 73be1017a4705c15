// The dial-in rights of an account.
#pragma once

#include <cstdint>
#include <string_view>

#include "records/record.h"

namespace rras::records {

struct User {
  std::uint32_t level;  // the level of the struct; level 0 has no privilege2
  std::uint32_t privilege;
  std::u16string_view phone_number;
  std::uint32_t privilege2;
};

inline constexpr auto kUser =
    record("user", u32("level", &User::level), u32("privilege", &User::privilege),
           text("phoneNumber", &User::phone_number), u32("privilege2", &User::privilege2));

}  // namespace rras::records
