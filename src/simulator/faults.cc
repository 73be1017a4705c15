#include "simulator/faults.h"

#include <algorithm>
#include <utility>

namespace rras::simulator {

namespace {

template <typename Thing, typename Over>
void drop(std::vector<std::shared_ptr<Thing>>& things, Over&& over) {
  things.erase(
      std::remove_if(things.begin(), things.end(), [&](const auto& thing) { return over(*thing); }),
      things.end());
}

}  // namespace

bool Functions::include(const char* function, Place place) const {
  if (names_.empty()) {
    return place != Place::library;
  }
  return std::find(names_.begin(), names_.end(), function) != names_.end();
}

Clock::Time Delay::next() {
  std::uniform_int_distribution<Clock::Time::rep> more(0, jitter.count());
  return latency + Clock::Time(more(dice));
}

std::shared_ptr<Fault> FaultPlan::fail(Functions functions, abi::DWORD status, double times,
                                       double after) {
  return faults_.emplace_back(
      std::make_shared<Fault>(Fault{std::move(functions), status, after, times}));
}

std::shared_ptr<Hang> FaultPlan::hang(Functions functions, double times, bool cancellable) {
  return hangs_.emplace_back(
      std::make_shared<Hang>(Hang{std::move(functions), times, cancellable, 0, false}));
}

std::shared_ptr<Delay> FaultPlan::delay(Functions functions, Clock::Time latency,
                                        Clock::Time jitter, bool cancellable) {
  auto delay = std::make_shared<Delay>();
  delay->functions = std::move(functions);
  delay->latency = latency;
  delay->jitter = jitter;
  delay->cancellable = cancellable;
  return delays_.emplace_back(std::move(delay));
}

std::shared_ptr<Hook> FaultPlan::hook(HookNumber number, Functions functions) {
  return hooks_.emplace_back(std::make_shared<Hook>(Hook{number, std::move(functions), false}));
}

bool FaultPlan::concerns(const char* function, Place place) const {
  const auto waits = [&](const auto& things, auto&& over) {
    return std::any_of(things.begin(), things.end(), [&](const auto& thing) {
      return thing->functions.include(function, place) && !over(*thing);
    });
  };
  return waits(faults_, [](const Fault& fault) { return fault.calls_left <= 0; }) ||
         waits(hangs_, [](const Hang& hang) { return hang.calls_left <= 0 || hang.released; }) ||
         waits(delays_, [](const Delay& delay) { return delay.released; }) ||
         waits(hooks_, [](const Hook& hook) { return hook.ended; });
}

std::shared_ptr<Hang> FaultPlan::hang_for(const char* function, Place place) {
  drop(hangs_, [](const Hang& hang) { return hang.released; });
  for (const auto& hang : hangs_) {
    if (hang->functions.include(function, place) && hang->calls_left > 0) {
      hang->calls_left -= 1;
      return hang;
    }
  }
  return nullptr;
}

std::vector<std::shared_ptr<Delay>> FaultPlan::delays_for(const char* function, Place place) {
  drop(delays_, [](const Delay& delay) { return delay.released; });
  std::vector<std::shared_ptr<Delay>> found;
  std::copy_if(delays_.begin(), delays_.end(), std::back_inserter(found),
               [&](const auto& delay) { return delay->functions.include(function, place); });
  return found;
}

std::vector<std::shared_ptr<Hook>> FaultPlan::hooks_for(const char* function, Place place) {
  drop(hooks_, [](const Hook& hook) { return hook.ended; });
  std::vector<std::shared_ptr<Hook>> found;
  std::copy_if(hooks_.begin(), hooks_.end(), std::back_inserter(found),
               [&](const auto& hook) { return hook->functions.include(function, place); });
  return found;
}

std::optional<abi::DWORD> FaultPlan::status_for(const char* function, Place place) {
  std::optional<abi::DWORD> status;
  for (const auto& fault : faults_) {
    if (!fault->functions.include(function, place) || fault->calls_left <= 0) {
      continue;
    }
    if (fault->calls_to_spare > 0) {
      fault->calls_to_spare -= 1;
    } else if (!status) {
      fault->calls_left -= 1;
      status = fault->status;
    }
  }
  drop(faults_, [](const Fault& fault) { return fault.calls_left <= 0; });
  return status;
}

}  // namespace rras::simulator
