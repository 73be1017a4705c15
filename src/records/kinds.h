// The kinds of column that a row can have, and how each is packed into the words of the row, of
// which it takes `width`. A kind accepts each form that a value has in the API's structs.
// lib/native/rows.ts reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "abi/windows_types.h"
#include "records/row_packer.h"
#include "shared/guid.h"
#include "shared/handles.h"
#include "shared/text.h"

namespace rras::records::kind {

struct U32 {
  static constexpr const char* name = "u32";
  static constexpr std::size_t width = 1;
  static void pack(std::uint32_t value, RowPacker& rows) { rows.u32(value); }
};

// Two words, low and high: an id, or a number of up to 64 bits.
struct Wide {
  static constexpr std::size_t width = 2;
  static void pack(std::uint64_t value, RowPacker& rows) { rows.id(value); }
  static void pack(abi::HANDLE value, RowPacker& rows) { rows.id(shared::id_of(value)); }
  static void pack(const abi::FILETIME& time, RowPacker& rows) {
    rows.u32(time.dwLowDateTime);
    rows.u32(time.dwHighDateTime);
  }
};

struct Id : Wide {
  static constexpr const char* name = "id";
};

struct U64 : Wide {
  static constexpr const char* name = "u64";
};

// Text that the main thread only has to cut out. Nothing where every bit is 0, which is common.
struct Guid {
  static constexpr const char* name = "guid";
  static constexpr std::size_t width = 1;
  static void pack(const abi::GUID& value, RowPacker& rows) {
    static constexpr abi::GUID kNone{};
    if (std::memcmp(&value, &kNone, sizeof value) == 0) return rows.text(std::string_view());
    char digits[shared::kGuidLength];
    shared::write_guid(value, digits);
    rows.text(std::string_view(digits, sizeof digits));
  }
};

// The same for eight bytes: two digits each, in their order.
struct Bytes8 {
  static constexpr const char* name = "bytes8";
  static constexpr std::size_t width = 1;
  static void pack(const abi::BYTE (&value)[8], RowPacker& rows) {
    static constexpr abi::BYTE kNone[8] = {};
    if (std::memcmp(value, kNone, sizeof value) == 0) return rows.text(std::string_view());
    char digits[2 * sizeof value];
    shared::write_digits(value, sizeof value, digits);
    rows.text(std::string_view(digits, sizeof digits));
  }
};

struct Text {
  static constexpr const char* name = "text";
  static constexpr std::size_t width = 1;
  static void pack(std::u16string_view value, RowPacker& rows) { rows.text(value); }
  template <std::size_t N>
  static void pack(const abi::WCHAR (&value)[N], RowPacker& rows) {
    rows.text(shared::bounded(value));
  }
};

struct Repeated {
  static constexpr const char* name = "repeated";
  static constexpr std::size_t width = 1;
  static void pack(std::u16string_view value, RowPacker& rows) { rows.repeated(value); }
  static void pack(const shared::ArrayText& value, RowPacker& rows) { rows.repeated(value); }
  template <std::size_t N>
  static void pack(const abi::WCHAR (&value)[N], RowPacker& rows) {
    rows.repeated(shared::ArrayText(value));
  }
};

// Bytes of any length; each becomes a character of the common text.
struct Bytes {
  static constexpr const char* name = "bytes";
  static constexpr std::size_t width = 1;
  static void pack(std::string_view value, RowPacker& rows) { rows.text(value); }
};

}  // namespace rras::records::kind
