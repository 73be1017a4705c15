#include "simulator/faults.h"

#include <algorithm>
#include <utility>

namespace rras::simulator {

std::shared_ptr<Fault> FaultPlan::fail(std::string function, abi::DWORD status, double times,
                                       double after) {
  return faults_.emplace_back(
      std::make_shared<Fault>(Fault{std::move(function), status, after, times}));
}

std::shared_ptr<Hang> FaultPlan::hang(std::string function, double times, bool cancellable) {
  return hangs_.emplace_back(
      std::make_shared<Hang>(Hang{std::move(function), times, cancellable, 0, false}));
}

bool FaultPlan::concerns(const char* function) const {
  return std::any_of(faults_.begin(), faults_.end(),
                     [&](const auto& fault) {
                       return fault->function == function && fault->calls_left > 0;
                     }) ||
         std::any_of(hangs_.begin(), hangs_.end(), [&](const auto& hang) {
           return hang->function == function && hang->calls_left > 0 && !hang->released;
         });
}

std::shared_ptr<Hang> FaultPlan::hang_for(const char* function) {
  hangs_.erase(
      std::remove_if(hangs_.begin(), hangs_.end(), [](const auto& hang) { return hang->released; }),
      hangs_.end());
  for (const auto& hang : hangs_) {
    if (hang->function == function && hang->calls_left > 0) {
      hang->calls_left -= 1;
      return hang;
    }
  }
  return nullptr;
}

std::optional<abi::DWORD> FaultPlan::status_for(const char* function) {
  std::optional<abi::DWORD> status;
  for (const auto& fault : faults_) {
    if (fault->function != function || fault->calls_left <= 0) {
      continue;
    }
    if (fault->calls_to_spare > 0) {
      fault->calls_to_spare -= 1;
    } else if (!status) {
      fault->calls_left -= 1;
      status = fault->status;
    }
  }
  faults_.erase(std::remove_if(faults_.begin(), faults_.end(),
                               [](const auto& fault) { return fault->calls_left <= 0; }),
                faults_.end());
  return status;
}

}  // namespace rras::simulator
