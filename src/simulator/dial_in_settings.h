// Which of a user's dial-in settings a server takes.
#pragma once

#include <algorithm>
#include <cstdint>

#include "simulator/accounts.h"

namespace rras::simulator {

// At least one of the three callback flags has to be there.
inline bool has_callback(std::uint8_t privileges) {
  return (privileges & privilege::any_callback) != 0;
}

// Whether a server could dial it. Which characters are taken is documented nowhere.
inline bool is_callback_number(TextView number) {
  constexpr TextView characters = u"0123456789 ,-()+*#@TPWtpw";
  return !number.empty() && std::all_of(number.begin(), number.end(), [&](char16_t unit) {
    return characters.find(unit) != TextView::npos;
  });
}

}  // namespace rras::simulator
