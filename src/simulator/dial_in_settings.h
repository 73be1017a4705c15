// Checks a user's dial-in settings as a server does.
#pragma once

#include <algorithm>
#include <cstdint>

#include "simulator/accounts.h"

namespace rras::simulator {

// At least one of the three callback flags must be set.
inline bool has_callback(std::uint8_t privileges) {
  return (privileges & privilege::any_callback) != 0;
}

// Whether a server could dial the number. No document lists the characters that it accepts.
inline bool is_callback_number(TextView number) {
  constexpr TextView characters = u"0123456789 ,-()+*#@TPWtpw";
  return !number.empty() && std::all_of(number.begin(), number.end(), [&](char16_t unit) {
    return characters.find(unit) != TextView::npos;
  });
}

}  // namespace rras::simulator
