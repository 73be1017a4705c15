// Names as in the API: any UTF-16, even with unpaired surrogates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/text.h"

namespace rras::simulator {

using Text = std::u16string;
using TextView = std::u16string_view;

// Lower case, for comparing names. Converts ASCII and Latin-1 only, so that the result is the same
// on every system: the C library's towlower depends on the locale of the process.
Text folded(TextView text);

Text decimal(std::uint64_t number);

using shared::bounded;
using shared::copy_text;

}  // namespace rras::simulator
