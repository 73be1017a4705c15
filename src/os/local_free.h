// LocalFree, which frees the text that one function of the API returns. A function of the DLL frees
// every other block.
#pragma once

#include "os/shared_library.h"

namespace rras::os {

using LocalFree = void*(RRAS_APIENTRY*)(void* block);

// The function of Windows. On other systems it is an export of the library, or nullptr.
LocalFree local_free_for(const SharedLibrary& library);

}  // namespace rras::os
