#include "simulator/control/guid.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace rras::simulator {

using namespace abi;

namespace {

constexpr std::size_t guid_bytes = 16;
using Bytes = std::array<BYTE, guid_bytes>;

// In the order in which the text has them.
Bytes bytes_of(const GUID& guid) {
  Bytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[i] = static_cast<BYTE>(guid.Data1 >> (24 - 8 * i));
  }
  for (std::size_t i = 0; i < 2; ++i) {
    bytes[4 + i] = static_cast<BYTE>(guid.Data2 >> (8 - 8 * i));
    bytes[6 + i] = static_cast<BYTE>(guid.Data3 >> (8 - 8 * i));
  }
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[8 + i] = guid.Data4[i];
  }
  return bytes;
}

GUID from_bytes(const Bytes& bytes) {
  GUID guid{};
  for (std::size_t i = 0; i < 4; ++i) {
    guid.Data1 = guid.Data1 << 8 | bytes[i];
  }
  guid.Data2 = static_cast<WORD>(bytes[4] << 8 | bytes[5]);
  guid.Data3 = static_cast<WORD>(bytes[6] << 8 | bytes[7]);
  for (std::size_t i = 0; i < 8; ++i) {
    guid.Data4[i] = bytes[8 + i];
  }
  return guid;
}

unsigned digit_value(char16_t digit) {
  if (digit >= u'0' && digit <= u'9') {
    return digit - u'0';
  }
  return 10 + (digit | 0x20) - u'a';
}

}  // namespace

Text to_text(const GUID& guid) {
  constexpr char16_t digits[] = u"0123456789abcdef";
  const Bytes bytes = bytes_of(guid);
  Text text;
  for (std::size_t i = 0; i < guid_bytes; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) {
      text += u'-';
    }
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 0xF];
  }
  return text;
}

GUID to_guid(TextView text) {
  Bytes bytes{};
  std::size_t place = 0;
  for (const char16_t unit : text) {
    if (unit != u'-' && place < 2 * guid_bytes) {
      bytes[place / 2] = static_cast<BYTE>(unsigned{bytes[place / 2]} << 4 | digit_value(unit));
      ++place;
    }
  }
  return from_bytes(bytes);
}

}  // namespace rras::simulator
