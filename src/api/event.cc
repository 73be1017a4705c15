#include "api/event.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace rras::api {

void keep_until_set(const OptionalEvent& event) {
  static std::mutex mutex;
  // Never destroyed: at exit a server may still set one of them.
  static auto& kept = *std::make_unique<std::vector<OptionalEvent>>().release();
  std::lock_guard<std::mutex> lock(mutex);
  kept.erase(std::remove_if(kept.begin(), kept.end(),
                            [](const OptionalEvent& one) { return one->was_set(); }),
             kept.end());
  kept.push_back(event);
}

}  // namespace rras::api
