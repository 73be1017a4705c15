// Packs structs into rows that the main thread can read at almost no cost: fixed-width columns in
// one block, distinct texts in one string, and each repeated text once. The thread that made the
// call packs them, before the DLL's buffer is freed.
#pragma once

#include <algorithm>
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

// Items that are added at the end. A listing adds tens of thousands of times, so the vector itself
// is called only when it has no room left.
template <typename Item>
class Growing {
 public:
  using Items = std::vector<Item, Unset<Item>>;

  std::size_t size() const { return used_; }
  const Item* data() const { return items_.data(); }
  const Item& operator[](std::size_t place) const { return items_[place]; }

  // Makes room for so many more.
  void reserve(std::size_t more) {
    const std::size_t needed = used_ + more;
    // A listing in pages makes room for each of them. If that was just enough, everything would
    // move for every page.
    if (needed > items_.size()) items_.resize(std::max(needed, 2 * items_.size()));
  }

  // Returns where the further items belong.
  Item* extend(std::size_t more) {
    if (more > items_.size() - used_) reserve(more);
    Item* at = items_.data() + used_;
    used_ += more;
    return at;
  }

  void cut(std::size_t size) { used_ = size; }

  Items take() {
    items_.resize(std::exchange(used_, 0));
    return std::exchange(items_, {});
  }

 private:
  Items items_;
  std::size_t used_ = 0;
};

class RowPacker {
 public:
  // Makes room, so that nothing moves while so many rows are packed.
  void make_room(std::size_t rows, std::size_t width);

  // A row of `width` words, all of which must be packed before the next row begins.
  void begin_row(std::size_t width) {
    ++count_;
    text_begin_ = text_size();
    row_ = next_ = words_.extend(width);
    if (latest_.size() < width) have_columns(width);
  }

  void u32(std::uint32_t value) { *next_++ = value; }

  // Low word, then high word.
  void id(std::uint64_t value) {
    u32(static_cast<std::uint32_t>(value));
    u32(static_cast<std::uint32_t>(value >> 32));
  }

  // Appends the characters to the common text. Packs where they end, counted from the first text of
  // the row: so any text of a row is found without the others.
  void text(std::u16string_view value) {
    if (!value.empty()) append(value);
    text_end();
  }
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
  const Growing<std::uint32_t>& words() const { return words_; }
  auto take_words() { return words_.take(); }
  const std::deque<std::u16string>& repeated() const { return repeated_; }

  // The common text. While each of its characters fits into one byte, it is kept like that: V8 can
  // then keep it in half the space, and nothing is converted.
  bool text_is_latin1() const { return !is_wide_; }
  std::string_view latin1_text() const { return {latin1_.data(), latin1_.size()}; }
  const std::u16string& wide_text() const { return wide_; }
  std::size_t text_size() const { return is_wide_ ? wide_.size() : latin1_.size(); }

 private:
  static constexpr char16_t kLargestOfOneByte = 0xFF;

  struct Repeated {
    const std::u16string* text = nullptr;
    std::uint32_t place = 0;
  };

  void have_columns(std::size_t width);
  void append(std::u16string_view value) {
    if (is_wide_) return append_wide(value);
    const std::size_t before = latin1_.size();
    char* to = latin1_.extend(value.size());
    char16_t bits = 0;
    for (char16_t unit : value) {
      bits |= unit;
      *to++ = static_cast<char>(unit);
    }
    if (bits <= kLargestOfOneByte) return;
    latin1_.cut(before);
    widen();
    append_wide(value);
  }
  void append_wide(std::u16string_view value);
  void widen();
  // The text in this column of the row before, which most rows repeat.
  Repeated& latest_in_column() { return latest_[static_cast<std::size_t>(next_ - row_)]; }
  void look_up(std::u16string_view value);
  void text_end() { u32(static_cast<std::uint32_t>(text_size() - text_begin_)); }

  std::uint32_t count_ = 0;
  std::size_t text_begin_ = 0;
  Growing<std::uint32_t> words_;
  std::uint32_t* row_ = nullptr;
  std::uint32_t* next_ = nullptr;
  Growing<char> latin1_;
  std::u16string wide_;  // in place of the other from the first wide character on
  bool is_wide_ = false;
  std::deque<std::u16string> repeated_;  // a deque, because others point to its strings
  std::unordered_map<std::u16string_view, std::uint32_t> places_;
  std::vector<Repeated> latest_;  // by the place of the column in a row
};

}  // namespace rras::records
