// A device that the server can take calls on.
#pragma once

#include "abi/mprapi.h"
#include "records/record.h"

namespace rras::records {

inline constexpr auto kDevice =
    record("device", repeated("deviceType", &abi::mpr::MPR_DEVICE_0::szDeviceType),
           text("deviceName", &abi::mpr::MPR_DEVICE_0::szDeviceName));

}  // namespace rras::records
