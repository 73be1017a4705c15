// The dial-in rights of an account. The caller provides the buffers. The functions take no handle
// but the name of the server that holds the accounts.
#pragma once

#include "abi/mprapi/lengths.h"
#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum RASPRIV : BYTE {
  RASPRIV_NoCallback = 1,
  RASPRIV_AdminSetCallback = 2,
  RASPRIV_CallerSetCallback = 4,
  RASPRIV_DialinPrivilege = 8,
  RASPRIV_CallbackType = 7,
};

enum RASPRIV2 : BYTE {
  RASPRIV2_DialinPolicy = 1,
};

struct RAS_USER_0 {
  BYTE bfPrivilege;
  WCHAR wszPhoneNumber[MAX_PHONE_NUMBER_LEN + 1];
};

struct RAS_USER_1 {
  BYTE bfPrivilege;
  WCHAR wszPhoneNumber[MAX_PHONE_NUMBER_LEN + 1];
  BYTE bfPrivilege2;
};

using UserGetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, const WCHAR* lpszUser,
                                          DWORD dwLevel, BYTE* lpbBuffer);
using UserSetInfo = DWORD(RRAS_APIENTRY*)(const WCHAR* lpszServer, const WCHAR* lpszUser,
                                          DWORD dwLevel, BYTE* lpbBuffer);

}  // namespace rras::abi::mpr
