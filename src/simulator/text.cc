#include "simulator/text.h"

#include <algorithm>

namespace rras::simulator {

namespace {

char16_t lower(char16_t unit) {
  constexpr char16_t distance = 0x20;
  constexpr char16_t multiplication_sign = 0xD7;
  const bool ascii = unit >= u'A' && unit <= u'Z';
  const bool latin = unit >= 0xC0 && unit <= 0xDE && unit != multiplication_sign;
  return ascii || latin ? static_cast<char16_t>(unit + distance) : unit;
}

}  // namespace

Text folded(TextView text) {
  Text result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

Text decimal(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return Text(digits.begin(), digits.end());
}

}  // namespace rras::simulator
