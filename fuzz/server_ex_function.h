// MprAdminServerGetInfoEx as a substitute: the only answer whose struct is the caller's and has
// pointers in it.
#pragma once

#include "abi/mprapi.h"

namespace rras::fuzz {

// Fills in what the header asks for, or something near it.
void fill_server_ex(abi::mpr::MPRAPI_OBJECT_HEADER& header);

}  // namespace rras::fuzz
