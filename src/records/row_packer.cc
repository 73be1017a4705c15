#include "records/row_packer.h"

namespace rras::records {

namespace {

// Few texts of a listing are longer. More room is made when it is needed.
constexpr std::size_t kUsualTextOfARow = 128;

// A char may be signed, and a character above 127 would become another one.
template <typename Latin1>
const unsigned char* bytes_of(const Latin1& latin1) {
  return reinterpret_cast<const unsigned char*>(latin1.data());
}

}  // namespace

void RowPacker::make_room(std::size_t rows, std::size_t width) {
  words_.reserve(rows * width);
  if (!is_wide_) latin1_.reserve(rows * kUsualTextOfARow);
}

void RowPacker::have_columns(std::size_t width) {
  latest_.resize(width);
}

void RowPacker::text(std::string_view latin1) {
  if (!is_wide_)
    latin1.copy(latin1_.extend(latin1.size()), latin1.size());
  else
    wide_.insert(wide_.end(), bytes_of(latin1), bytes_of(latin1) + latin1.size());
  text_end();
}

void RowPacker::append_wide(std::u16string_view value) {
  wide_ += value;
}

void RowPacker::widen() {
  is_wide_ = true;
  wide_.reserve(2 * latin1_.size());
  wide_.insert(wide_.end(), bytes_of(latin1_), bytes_of(latin1_) + latin1_.size());
  latin1_ = {};
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
