// Answers that are one value: yes or no, or a text.
#pragma once

#include <cstdint>
#include <string_view>

#include "records/record.h"

namespace rras::records {

struct Truth {
  bool holds;
};

inline std::uint32_t number_of(const Truth& truth) {
  return truth.holds ? 1 : 0;
}

inline constexpr auto kTruth = record("truth", u32("value", number_of));

struct Words {
  std::u16string_view text;
};

inline constexpr auto kWords = record("words", text("value", &Words::text));

}  // namespace rras::records
