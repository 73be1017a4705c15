// Packs structs into rows that the main thread can read at almost no cost: fixed-width columns in
// one block, distinct texts in one string, and each repeated text once. The thread that made the
// call packs them, before the DLL's buffer is freed.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rras::records {

class RowPacker {
 public:
  void begin_row() { ++count_; }

  void u32(std::uint32_t value) { words_.push_back(value); }

  // Low word, then high word.
  void id(std::uint64_t value);

  // Packs the length; the characters are appended to the common text.
  void text(std::u16string_view value);

  // Packs the index in the list of repeated texts.
  void repeated(std::u16string_view value);

  std::uint32_t count() const { return count_; }
  const std::vector<std::uint32_t>& words() const { return words_; }
  const std::u16string& text() const { return text_; }
  const std::list<std::u16string>& repeated() const { return repeated_; }

  // Whether every character of the common text fits one byte: then V8 can keep it in half the
  // space.
  bool text_is_latin1() const { return (text_bits_ & 0xFF00) == 0; }

 private:
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> words_;
  std::u16string text_;
  char16_t text_bits_ = 0;
  std::list<std::u16string> repeated_;  // a list, because the keys are views of its strings
  std::unordered_map<std::u16string_view, std::uint32_t> places_;
};

}  // namespace rras::records
