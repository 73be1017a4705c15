// The devices on which the server can take calls: one array, without pages.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

struct MPR_DEVICE_0 {
  WCHAR szDeviceType[MPR_MaxDeviceType + 1];
  WCHAR szDeviceName[MPR_MaxDeviceName + 1];
};

using DeviceEnum = DWORD(RRAS_APIENTRY*)(HANDLE hMprServer, DWORD dwLevel, BYTE** lplpbBuffer,
                                         DWORD* lpdwTotalEntries);

}  // namespace rras::abi::mpr
