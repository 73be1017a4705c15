// Packs structs into rows that the main thread can read at almost no cost: fixed-width columns in
// one block, distinct texts in one string, and each repeated text once. The thread that made the
// call packs them, before the DLL's buffer is freed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/text.h"

namespace rras::records {

// Leaves new items as they are, because all of them are written next.
template <typename Item>
struct Unset : std::allocator<Item> {
  static_assert(std::is_trivially_default_constructible_v<Item>);
  template <typename Other>
  struct rebind {
    using other = Unset<Other>;
  };
  void construct(Item* /*item*/) const noexcept {}
};

class RowPacker {
 public:
  using Words = std::vector<std::uint32_t, Unset<std::uint32_t>>;

  // Makes room, so that nothing moves while so many rows are packed.
  void make_room(std::size_t rows, std::size_t width);

  // A row of `width` words, all of which must be packed before the next row begins.
  void begin_row(std::size_t width) {
    ++count_;
    text_begin_ = text_size();
    words_.resize(words_.size() + width);
    row_ = next_ = words_.data() + words_.size() - width;
    if (latest_.size() < width) latest_.resize(width);
  }

  void u32(std::uint32_t value) { *next_++ = value; }

  // Low word, then high word.
  void id(std::uint64_t value) {
    u32(static_cast<std::uint32_t>(value));
    u32(static_cast<std::uint32_t>(value >> 32));
  }

  // Appends the characters to the common text. Packs where they end, counted from the first text of
  // the row: so any text of a row is found without the others.
  void text(std::u16string_view value);
  // The same for characters of one byte each.
  void text(std::string_view latin1);

  // Packs the index in the list of repeated texts.
  void repeated(std::u16string_view value);
  void repeated(const shared::ArrayText& value) {
    const Repeated& latest = latest_in_column();
    if (latest.text == nullptr || !value.is(*latest.text)) return look_up(value.text());
    u32(latest.place);
  }

  std::uint32_t count() const { return count_; }
  const Words& words() const { return words_; }
  Words take_words() { return std::move(words_); }
  const std::deque<std::u16string>& repeated() const { return repeated_; }

  // The common text. While each of its characters fits into one byte, it is kept like that: V8 can
  // then keep it in half the space, and nothing is converted.
  bool text_is_latin1() const { return !is_wide_; }
  std::string_view latin1_text() const { return {latin1_.data(), latin1_.size()}; }
  const std::u16string& wide_text() const { return wide_; }
  std::size_t text_size() const { return is_wide_ ? wide_.size() : latin1_.size(); }

 private:
  struct Repeated {
    const std::u16string* text = nullptr;
    std::uint32_t place = 0;
  };

  void append(std::u16string_view value);
  void append_wide(std::u16string_view value);
  // The text in this column of the row before, which most rows repeat.
  Repeated& latest_in_column() { return latest_[static_cast<std::size_t>(next_ - row_)]; }
  void look_up(std::u16string_view value);
  void text_end() { u32(static_cast<std::uint32_t>(text_size() - text_begin_)); }

  std::uint32_t count_ = 0;
  std::size_t text_begin_ = 0;
  Words words_;
  std::uint32_t* row_ = nullptr;
  std::uint32_t* next_ = nullptr;
  std::vector<char, Unset<char>> latin1_;
  std::u16string wide_;  // in place of the other from the first wide character on
  bool is_wide_ = false;
  std::deque<std::u16string> repeated_;  // a deque, because others point to its strings
  std::unordered_map<std::u16string_view, std::uint32_t> places_;
  std::vector<Repeated> latest_;  // by the place of the column in a row
};

}  // namespace rras::records
