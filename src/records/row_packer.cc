#include "records/row_packer.h"

#include <algorithm>

namespace rras::records {

namespace {

constexpr char16_t kBeyondOneByte = 0xFF00;

// Few texts of a listing are longer. More room is made when it is needed.
constexpr std::size_t kUsualTextOfARow = 128;

// A listing in pages makes room for each of them. If that was just enough, everything would move
// for every page.
template <typename Items>
void grow(Items& items, std::size_t more) {
  const std::size_t needed = items.size() + more;
  if (needed > items.capacity()) items.reserve(std::max(needed, 2 * items.capacity()));
}

// A char may be signed, and a character above 127 would become another one.
template <typename Latin1>
const unsigned char* bytes_of(const Latin1& latin1) {
  return reinterpret_cast<const unsigned char*>(latin1.data());
}

}  // namespace

void RowPacker::make_room(std::size_t rows, std::size_t width) {
  grow(words_, rows * width);
  if (!is_wide_) grow(latin1_, rows * kUsualTextOfARow);
}

void RowPacker::text(std::u16string_view value) {
  if (!value.empty()) append(value);
  text_end();
}

void RowPacker::append(std::u16string_view value) {
  if (is_wide_) {
    wide_ += value;
    return;
  }
  const std::size_t before = latin1_.size();
  latin1_.resize(before + value.size());
  char* to = latin1_.data() + before;
  char16_t bits = 0;
  for (char16_t unit : value) {
    bits |= unit;
    *to++ = static_cast<char>(unit);
  }
  if ((bits & kBeyondOneByte) == 0) return;
  latin1_.resize(before);
  append_wide(value);
}

void RowPacker::text(std::string_view latin1) {
  if (!is_wide_)
    latin1_.insert(latin1_.end(), latin1.begin(), latin1.end());
  else
    wide_.insert(wide_.end(), bytes_of(latin1), bytes_of(latin1) + latin1.size());
  text_end();
}

void RowPacker::append_wide(std::u16string_view value) {
  is_wide_ = true;
  wide_.reserve(latin1_.capacity());
  wide_.insert(wide_.end(), bytes_of(latin1_), bytes_of(latin1_) + latin1_.size());
  latin1_ = {};
  wide_ += value;
}

void RowPacker::repeated(std::u16string_view value) {
  const Repeated& latest = latest_in_column();
  if (latest.text == nullptr || !shared::is_equal(*latest.text, value)) return look_up(value);
  u32(latest.place);
}

void RowPacker::look_up(std::u16string_view value) {
  auto known = places_.find(value);
  if (known == places_.end()) {
    auto place = static_cast<std::uint32_t>(repeated_.size());
    known = places_.emplace(repeated_.emplace_back(value), place).first;
  }
  latest_in_column() = {&repeated_[known->second], known->second};
  u32(known->second);
}

}  // namespace rras::records
