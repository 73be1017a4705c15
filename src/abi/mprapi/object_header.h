// The header of the versioned structs of the Ex functions. Newer versions of Windows add revisions.
#pragma once

#include "abi/windows_types.h"

namespace rras::abi::mpr {

enum MPRAPI_OBJECT_TYPE : BYTE {
  MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT = 1,
  MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT = 2,
  MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT = 3,
  MPRAPI_OBJECT_TYPE_AUTH_VALIDATION_OBJECT = 4,
  MPRAPI_OBJECT_TYPE_UPDATE_CONNECTION_OBJECT = 5,
};

constexpr BYTE MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1 = 1;
constexpr BYTE MPRAPI_RAS_UPDATE_CONNECTION_OBJECT_REVISION_1 = 1;

struct MPRAPI_OBJECT_HEADER {
  BYTE revision;
  BYTE type;
  WORD size;
};

}  // namespace rras::abi::mpr
