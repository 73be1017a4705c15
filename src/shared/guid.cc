#include "shared/guid.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace rras::shared {

using abi::BYTE;
using abi::DWORD;
using abi::GUID;
using abi::WORD;

namespace {

constexpr std::size_t kGuidBytes = 16;
using GuidBytes = std::array<BYTE, kGuidBytes>;

// In the order of the text.
GuidBytes bytes_of(const GUID& guid) {
  GuidBytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<BYTE>(guid.Data1 >> (24 - 8 * i));
  for (std::size_t i = 0; i < 2; ++i) {
    bytes[4 + i] = static_cast<BYTE>(guid.Data2 >> (8 - 8 * i));
    bytes[6 + i] = static_cast<BYTE>(guid.Data3 >> (8 - 8 * i));
  }
  std::copy(std::begin(guid.Data4), std::end(guid.Data4), bytes.begin() + 8);
  return bytes;
}

GUID from_bytes(const GuidBytes& bytes) {
  GUID guid{};
  for (std::size_t i = 0; i < 4; ++i) guid.Data1 = guid.Data1 << 8 | bytes[i];
  guid.Data2 = static_cast<WORD>(bytes[4] << 8 | bytes[5]);
  guid.Data3 = static_cast<WORD>(bytes[6] << 8 | bytes[7]);
  std::copy(bytes.begin() + 8, bytes.end(), guid.Data4);
  return guid;
}

std::optional<DWORD> digit_in(char16_t unit) {
  if (unit >= u'0' && unit <= u'9') return unit - u'0';
  const char16_t lower = unit | 0x20;
  if (lower >= u'a' && lower <= u'f') return lower - u'a' + 10;
  return std::nullopt;
}

}  // namespace

char* write_digits(const BYTE* bytes, std::size_t count, char* text) {
  constexpr char digits[] = "0123456789abcdef";
  for (std::size_t i = 0; i < count; ++i) {
    *text++ = digits[bytes[i] >> 4];
    *text++ = digits[bytes[i] & 0xF];
  }
  return text;
}

void write_guid(const GUID& guid, char (&text)[kGuidLength]) {
  const GuidBytes bytes = bytes_of(guid);
  const BYTE* from = bytes.data();
  char* to = write_digits(from, 4, text);
  from += 4;
  for (const std::size_t length : {2U, 2U, 2U, 6U}) {
    *to++ = '-';
    to = write_digits(from, length, to);
    from += length;
  }
}

std::u16string guid_text(const GUID& guid) {
  char text[kGuidLength];
  write_guid(guid, text);
  return {text, text + sizeof text};
}

std::optional<GUID> read_guid(std::u16string_view text) {
  GuidBytes bytes{};
  std::size_t digits = 0;
  for (const char16_t unit : text) {
    if (unit == u'-') continue;
    const std::optional<DWORD> digit = digit_in(unit);
    if (!digit || digits == 2 * kGuidBytes) return std::nullopt;
    BYTE& byte = bytes[digits++ / 2];
    byte = static_cast<BYTE>(DWORD{byte} << 4 | *digit);
  }
  if (digits != 2 * kGuidBytes) return std::nullopt;
  return from_bytes(bytes);
}

}  // namespace rras::shared
