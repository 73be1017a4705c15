// A substitute for MprAdminServerGetInfoEx, the only function that fills a struct of the caller
// with pointers.
#pragma once

#include "abi/mprapi.h"

namespace rras::fuzz {

// Fills in the struct that the header requests, or a similar one.
void fill_server_ex(abi::mpr::MPRAPI_OBJECT_HEADER& header);

}  // namespace rras::fuzz
