// LocalFree, which frees the text that one function of the API returns. A function of the DLL frees
// every other block.
#pragma once

#include "os/shared_library.h"

namespace rras::os {

using LocalFree = void*(RRAS_APIENTRY*)(void* block);

// Windows' own. Other systems have none: there it is the library's own, or null.
LocalFree local_free_for(const SharedLibrary& library);

}  // namespace rras::os
