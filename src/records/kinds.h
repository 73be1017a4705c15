// The kinds of column that a row can have, and how each is packed into the words of the row. A kind
// accepts each form that a value has in the API's structs. lib/native/records.ts reads them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "abi/windows_types.h"
#include "records/row_packer.h"
#include "shared/handles.h"
#include "shared/text.h"

namespace rras::records::kind {

struct U32 {
  static constexpr const char* name = "u32";
  static void pack(std::uint32_t value, RowPacker& rows) { rows.u32(value); }
};

// Two words, low and high: an id, or a number of up to 64 bits.
struct Wide {
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

// The bytes of the struct in the same order, packed into words.
template <std::size_t Words>
struct Block {
  static void pack_bytes(const void* bytes, RowPacker& rows) {
    std::uint32_t words[Words];
    std::memcpy(words, bytes, sizeof words);
    for (std::uint32_t word : words) rows.u32(word);
  }
};

struct Guid : Block<4> {
  static constexpr const char* name = "guid";
  static void pack(const abi::GUID& value, RowPacker& rows) { pack_bytes(&value, rows); }
};

struct Bytes8 : Block<2> {
  static constexpr const char* name = "bytes8";
  static void pack(const abi::BYTE (&value)[8], RowPacker& rows) { pack_bytes(value, rows); }
};

struct Text {
  static constexpr const char* name = "text";
  static void pack(std::u16string_view value, RowPacker& rows) { rows.text(value); }
  template <std::size_t N>
  static void pack(const abi::WCHAR (&value)[N], RowPacker& rows) {
    rows.text(shared::bounded(value));
  }
};

struct Repeated {
  static constexpr const char* name = "repeated";
  static void pack(std::u16string_view value, RowPacker& rows) { rows.repeated(value); }
  template <std::size_t N>
  static void pack(const abi::WCHAR (&value)[N], RowPacker& rows) {
    rows.repeated(shared::bounded(value));
  }
};

// Bytes of any length; each becomes a character of the common text.
struct Bytes {
  static constexpr const char* name = "bytes";
  static void pack(std::string_view value, RowPacker& rows) {
    rows.text(std::u16string(reinterpret_cast<const unsigned char*>(value.data()),
                             reinterpret_cast<const unsigned char*>(value.data()) + value.size()));
  }
};

}  // namespace rras::records::kind
