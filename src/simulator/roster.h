// Things in the order in which they were added. Each has an ordinal that is never reused, so that
// an enumeration finds its place again although things were added and removed since its last page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace rras::simulator {

using Ordinal = std::uint32_t;

// T has a member `Ordinal ordinal`. A reference to a thing is valid until the thing is removed.
template <typename T>
class Roster {
 public:
  T& add(T thing) {
    thing.ordinal = next_;
    things_.push_back(std::make_unique<T>(std::move(thing)));
    ++next_;
    return *things_.back();
  }

  void remove(Ordinal ordinal) {
    const std::size_t index = first_from(ordinal);
    if (index < size() && things_[index]->ordinal == ordinal) {
      things_.erase(things_.begin() + static_cast<std::ptrdiff_t>(index));
    }
  }

  T* find(Ordinal ordinal) const {
    const std::size_t index = first_from(ordinal);
    return index < size() && things_[index]->ordinal == ordinal ? things_[index].get() : nullptr;
  }

  // The index of the first thing with this ordinal or a later one; size() if there is none.
  std::size_t first_from(Ordinal ordinal) const {
    const auto found =
        std::lower_bound(things_.begin(), things_.end(), ordinal,
                         [](const auto& thing, Ordinal wanted) { return thing->ordinal < wanted; });
    return static_cast<std::size_t>(found - things_.begin());
  }

  T& operator[](std::size_t index) const { return *things_[index]; }
  std::size_t size() const { return things_.size(); }
  // The ordinal of the next thing to be added.
  Ordinal next() const { return next_; }

 private:
  std::vector<std::unique_ptr<T>> things_;
  Ordinal next_ = 1;
};

}  // namespace rras::simulator
