// The status numbers that the C++ code distinguishes or returns. Every other number passes through
// unchanged: the pages end with "any code from MprError.h, RasError.h or WinError.h".
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::status {

constexpr DWORD SUCCESS = 0;
constexpr DWORD ERROR_ACCESS_DENIED = 5;
constexpr DWORD ERROR_INVALID_HANDLE = 6;
constexpr DWORD ERROR_NOT_ENOUGH_MEMORY = 8;
constexpr DWORD ERROR_INVALID_DATA = 13;
constexpr DWORD ERROR_NOT_SUPPORTED = 50;
constexpr DWORD ERROR_BAD_NETPATH = 53;
constexpr DWORD ERROR_DEV_NOT_EXIST = 55;
constexpr DWORD ERROR_INVALID_PARAMETER = 87;
constexpr DWORD ERROR_CALL_NOT_IMPLEMENTED = 120;
constexpr DWORD ERROR_INSUFFICIENT_BUFFER = 122;
constexpr DWORD ERROR_INVALID_LEVEL = 124;
constexpr DWORD ERROR_PROC_NOT_FOUND = 127;
constexpr DWORD ERROR_MORE_DATA = 234;
constexpr DWORD ERROR_MR_MID_NOT_FOUND = 317;
constexpr DWORD PENDING = 600;
constexpr DWORD ERROR_INVALID_PORT_HANDLE = 601;
constexpr DWORD ERROR_INVALID_CALLBACK_NUMBER = 751;
constexpr DWORD ERROR_CANNOT_INITIATE_MOBIKE_UPDATE = 844;
constexpr DWORD ERROR_UNKNOWN_PROTOCOL_ID = 902;
constexpr DWORD ERROR_DDM_NOT_RUNNING = 903;
constexpr DWORD ERROR_INTERFACE_NOT_CONNECTED = 906;
constexpr DWORD ERROR_SERVICE_NOT_ACTIVE = 1062;
constexpr DWORD ERROR_NOT_FOUND = 1168;
constexpr DWORD ERROR_UNKNOWN_REVISION = 1305;
constexpr DWORD ERROR_REVISION_MISMATCH = 1306;
constexpr DWORD ERROR_NO_SUCH_USER = 1317;
constexpr DWORD ERROR_NO_SUCH_DOMAIN = 1355;
constexpr DWORD RPC_S_INVALID_BINDING = 1702;
constexpr DWORD RPC_S_UNKNOWN_IF = 1717;
constexpr DWORD RPC_S_SERVER_UNAVAILABLE = 1722;
constexpr DWORD RPC_S_PROCNUM_OUT_OF_RANGE = 1745;
constexpr DWORD RPC_X_BAD_STUB_DATA = 1783;
constexpr DWORD RPC_S_CALL_CANCELLED = 1818;
constexpr DWORD NERR_ItemNotFound = 2115;
constexpr DWORD NERR_UserNotFound = 2221;
constexpr DWORD NERR_InvalidComputer = 2351;
constexpr DWORD ERROR_SUCCESS_REBOOT_REQUIRED = 3010;
constexpr DWORD ERROR_SUCCESS_RESTART_REQUIRED = 3011;
constexpr DWORD ERROR_DS_OPERATIONS_ERROR = 8224;
constexpr DWORD ERROR_DS_SERVER_DOWN = 8250;

}  // namespace rras::abi::status
