// The fields that MprAdminPortGetInfo has in addition to the listing.
#pragma once

#include "abi/mprapi.h"
#include "records/counters.h"

namespace rras::records {

inline constexpr auto kPortDetails =
    record("portDetails", id("handle", &abi::mpr::RAS_PORT_1::hPort),
           id("connection", &abi::mpr::RAS_PORT_1::hConnection),
           u32("hardwareCondition", &abi::mpr::RAS_PORT_1::dwHardwareCondition),
           u32("lineSpeed", &abi::mpr::RAS_PORT_1::dwLineSpeed), counters<abi::mpr::RAS_PORT_1>());

}  // namespace rras::records
