// Bytes that nobody is to find in memory afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rras::simulator {

// Overwrites memory, also when a compiler sees that nobody reads it any more.
void wipe(void* memory, std::size_t size);

class Secret {
 public:
  Secret() = default;
  ~Secret() { clear(); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;

  void assign(const std::uint8_t* bytes, std::size_t size);
  void clear();
  const std::uint8_t* data() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<std::uint8_t> bytes_;
};

}  // namespace rras::simulator
