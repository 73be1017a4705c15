// LocalFree, by which the text of one function of the API is freed, where every other block is
// freed by a function of the DLL.
#pragma once

#include "library/shared_library.h"

namespace rras::library {

using LocalFree = void*(RRAS_APIENTRY*)(void* block);

// That of Windows; elsewhere, where there is none, that of the library itself, or null.
LocalFree local_free_for(const SharedLibrary& library);

}  // namespace rras::library
