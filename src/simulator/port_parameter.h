// A parameter of a port's device, as rassapi returns it: a key in ANSI with a number or a string.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace rras::simulator {

struct PortParameter {
  // May fill the API's array completely; the array then has no terminator.
  std::string key;
  std::uint8_t attributes = 0;
  std::uint32_t number = 0;
  // Instead of the number.
  std::optional<std::string> text;
};

}  // namespace rras::simulator
