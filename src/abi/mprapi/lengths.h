// The lengths of the arrays in the structs of mprapi.h, including those from lmcons.h and ras.h.
// Nearly every array has one character more, for the terminator.
#pragma once

namespace rras::abi::mpr {

constexpr int MAX_INTERFACE_NAME_LEN = 256;
constexpr int MAX_PORT_NAME = 16;
constexpr int MAX_MEDIA_NAME = 16;
constexpr int MAX_DEVICE_NAME = 128;
constexpr int MAX_DEVICETYPE_NAME = 16;
constexpr int MAX_PHONE_NUMBER_LEN = 128;
constexpr int MPR_MaxDeviceType = 16;
constexpr int MPR_MaxDeviceName = 128;
constexpr int MPR_MaxPhoneNumber = 128;
constexpr int MPR_MaxPadType = 32;
constexpr int MPR_MaxX25Address = 200;
constexpr int MPR_MaxFacilities = 200;
constexpr int MPR_MaxUserData = 200;
constexpr int IPADDRESSLEN = 15;
constexpr int IPXADDRESSLEN = 22;
constexpr int ATADDRESSLEN = 32;
constexpr int MAXIPADRESSLEN = 64;
constexpr int MAX_TRANSPORT_NAME_LEN = 40;
constexpr int UNLEN = 256;
constexpr int PWLEN = 256;
constexpr int DNLEN = 15;
constexpr int UNCLEN = 17;
constexpr int NETBIOS_NAME_LEN = 16;

}  // namespace rras::abi::mpr
