// The rules that PortEnum, ConnectionEnum and similar functions share: how pages follow one
// another, and when an enumeration that says "more" must fail instead of looping or returning a
// short list.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

#include "api/outcome.h"

namespace rras::api {

// One page from the DLL.
struct Page {
  abi::DWORD status;
  bool has_buffer;
  abi::DWORD entries;
  abi::DWORD resume_before;
  abi::DWORD resume_after;
};

// No edition allows more than some hundred thousand ports. A larger count is wrong, and would lead
// to reads beyond the buffer.
constexpr abi::DWORD kMostEntries = 1u << 20;

// Checks page after page. Entries may come and go between pages, so an entry is identified by its
// key.
template <typename Key>
class Paging {
 public:
  // True when the page's entries may be read.
  bool readable(const Page& page) {
    bool good = page.status == abi::status::SUCCESS || page.status == abi::status::ERROR_MORE_DATA;
    if (!good) {
      end(Verdict::answered, page.status);
    } else if ((page.entries > 0 && !page.has_buffer) || page.entries > kMostEntries) {
      end(Verdict::unreadable, page.status);
    }
    more_ = page.status == abi::status::ERROR_MORE_DATA;
    first_ = pages_++ == 0;
    fresh_ = 0;
    return !ended_;
  }

  // Call this if an entry of the page has an unexpected format: the next entry cannot be found
  // then.
  void give_up(const Page& page) { end(Verdict::unreadable, page.status); }

  // False for an entry that was on an earlier page. A single page is not checked for duplicates.
  bool take(Key key) {
    bool fresh = (first_ && !more_) || seen_.insert(std::move(key)).second;
    if (fresh) ++fresh_;
    return fresh;
  }

  // Call this after a page was read. True if another page must be read.
  bool goes_on(const Page& page) {
    if (ended_) return false;
    if (!more_) {
      end(Verdict::answered, abi::status::SUCCESS);
      return false;
    }
    // 0 means that nothing more can be read; with ERROR_MORE_DATA the list would be cut short.
    bool stuck = page.resume_after == 0 || (fresh_ == 0 && page.resume_after == page.resume_before);
    // The position may move past entries that have gone, but not endlessly.
    barren_ = fresh_ == 0 ? barren_ + 1 : 0;
    if (stuck || barren_ > kBarrenPages) {
      end(Verdict::no_progress, page.status);
      return false;
    }
    return true;
  }

  Outcome outcome(const char* function) const { return {verdict_, status_, function}; }

 private:
  static constexpr int kBarrenPages = 16;

  void end(Verdict verdict, abi::DWORD status) {
    ended_ = true;
    verdict_ = verdict;
    status_ = status;
  }

  std::unordered_set<Key> seen_;
  std::size_t pages_ = 0;
  std::size_t fresh_ = 0;
  int barren_ = 0;
  bool first_ = true;
  bool more_ = false;
  bool ended_ = false;
  Verdict verdict_ = Verdict::answered;
  abi::DWORD status_ = abi::status::SUCCESS;
};

}  // namespace rras::api
