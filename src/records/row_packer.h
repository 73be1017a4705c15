// Packs structs into rows that the main thread can read at almost no cost: fixed-width columns in
// one block, distinct texts in one string, and each repeated text once. The thread that made the
// call packs them, before the DLL's buffer is freed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/text.h"

namespace rras::records {

class RowPacker {
 public:
  // Makes room, so that nothing moves while so many rows are packed.
  void make_room(std::size_t rows, std::size_t width);

  // A row of `width` words, all of which must be packed before the next row begins.
  void begin_row(std::size_t width) {
    ++count_;
    width_ = width;
    text_begin_ = text_size();
    words_.resize(words_.size() + width);
    next_ = words_.data() + words_.size() - width;
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
    const std::u16string* before = repeated_before();
    if (before == nullptr || !value.is(*before)) return look_up(value.text());
    u32(*(next_ - width_));
  }

  std::uint32_t count() const { return count_; }
  const std::vector<std::uint32_t>& words() const { return words_; }
  std::vector<std::uint32_t> take_words() { return std::move(words_); }
  const std::deque<std::u16string>& repeated() const { return repeated_; }

  // The common text. While each of its characters fits into one byte, it is kept like that: V8 can
  // then keep it in half the space, and nothing is converted.
  bool text_is_latin1() const { return !is_wide_; }
  const std::string& latin1_text() const { return latin1_; }
  const std::u16string& wide_text() const { return wide_; }
  std::size_t text_size() const { return is_wide_ ? wide_.size() : latin1_.size(); }

 private:
  void append(std::u16string_view value);
  void append_wide(std::u16string_view value);
  // The text in this column of the row before, which most rows repeat.
  const std::u16string* repeated_before() const {
    if (count_ < 2) return nullptr;
    const std::uint32_t place = *(next_ - width_);
    return place < repeated_.size() ? &repeated_[place] : nullptr;
  }
  void look_up(std::u16string_view value);
  void text_end() { u32(static_cast<std::uint32_t>(text_size() - text_begin_)); }

  std::uint32_t count_ = 0;
  std::size_t width_ = 0;
  std::size_t text_begin_ = 0;
  std::vector<std::uint32_t> words_;
  std::uint32_t* next_ = nullptr;
  std::string latin1_;
  std::u16string wide_;  // in place of the other from the first wide character on
  bool is_wide_ = false;
  std::deque<std::u16string> repeated_;  // a deque, because the keys are views of its strings
  std::unordered_map<std::u16string_view, std::uint32_t> places_;
};

}  // namespace rras::records
