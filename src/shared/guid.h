// GUIDs as text: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, in hexadecimal digits. The first three
// groups are numbers, the others bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "abi/windows_types.h"

namespace rras::shared {

constexpr std::size_t kGuidLength = 36;

// In lower case. Fills all of the array, without a terminator.
void write_guid(const abi::GUID& guid, char (&text)[kGuidLength]);
std::u16string guid_text(const abi::GUID& guid);

// Two digits for each byte, in lower case and in the order of the bytes. Returns the end.
char* write_digits(const abi::BYTE* bytes, std::size_t count, char* text);

// Accepts digits in either case, and hyphens anywhere. Empty for any other character, or if there
// are not exactly 32 digits.
std::optional<abi::GUID> read_guid(std::u16string_view text);

}  // namespace rras::shared
