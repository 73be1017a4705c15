#include "records/row_packer.h"

namespace rras::records {

void RowPacker::id(std::uint64_t value) {
  u32(static_cast<std::uint32_t>(value));
  u32(static_cast<std::uint32_t>(value >> 32));
}

void RowPacker::text(std::u16string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  text_ += value;
  for (char16_t unit : value) text_bits_ |= unit;
}

void RowPacker::repeated(std::u16string_view value) {
  auto known = places_.find(value);
  if (known == places_.end()) {
    auto place = static_cast<std::uint32_t>(repeated_.size());
    known = places_.emplace(repeated_.emplace_back(value), place).first;
  }
  u32(known->second);
}

}  // namespace rras::records
