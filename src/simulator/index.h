// Finds things of a roster by a key. Keys need not be unique, because a test may give two ports the
// same name or handle; the oldest thing is found first.
#pragma once

#include <cstddef>
#include <unordered_map>

namespace rras::simulator {

template <typename Key, typename Thing>
class Index {
 public:
  void reserve_more(std::size_t count) { entries_.reserve(entries_.size() + count); }
  void add(const Key& key, Thing& thing) { entries_.emplace(key, &thing); }
  void clear() { entries_.clear(); }

  void remove(const Key& key, const Thing& thing) {
    const auto range = entries_.equal_range(key);
    for (auto entry = range.first; entry != range.second; ++entry) {
      if (entry->second == &thing) {
        entries_.erase(entry);
        return;
      }
    }
  }

  // The oldest thing with this key for which `accept` is true; nullptr if there is none.
  template <typename Accept>
  Thing* find(const Key& key, Accept&& accept) const {
    Thing* oldest = nullptr;
    const auto range = entries_.equal_range(key);
    for (auto entry = range.first; entry != range.second; ++entry) {
      Thing* thing = entry->second;
      if ((oldest == nullptr || thing->ordinal < oldest->ordinal) && accept(*thing)) {
        oldest = thing;
      }
    }
    return oldest;
  }

  Thing* find(const Key& key) const {
    return find(key, [](const Thing&) { return true; });
  }

 private:
  std::unordered_multimap<Key, Thing*> entries_;
};

}  // namespace rras::simulator
