// GUIDs as text: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, in hexadecimal digits. The first three
// groups are numbers, the others bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "abi/windows_types.h"

namespace rras::shared {

// In lower case.
std::u16string guid_text(const abi::GUID& guid);

// Accepts digits in either case, and hyphens anywhere. Empty for any other character, or if there
// are not exactly 32 digits.
std::optional<abi::GUID> read_guid(std::u16string_view text);

}  // namespace rras::shared
