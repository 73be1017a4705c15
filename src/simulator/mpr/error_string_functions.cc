// Texts of errors. Callers free them with LocalFree, unlike everything else. On other systems than
// Windows this library exports LocalFree as well.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

#include "simulator/call_everywhere.h"
#include "simulator/local_memory.h"
#include "simulator/mpr/exports.h"
#include "simulator/text_of_error.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminGetErrorString(DWORD dwError,
                                                                 WCHAR** lplpwsErrorString) {
  return call_everywhere(
      RRAS_NAME(GetErrorString), CallArguments({{"dwError", dwError}}),
      [&](const Callee& callee) -> DWORD {
        if (lplpwsErrorString == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        *lplpwsErrorString = nullptr;
        const bool knows_ras_errors = callee.server->quirks.texts_of_ras_errors;
        if (!is_router_error(dwError) && !(knows_ras_errors && is_ras_error(dwError))) {
          return status::ERROR_MR_MID_NOT_FOUND;
        }
        const Text text = text_of_error(dwError);
        auto* copy = static_cast<WCHAR*>(allocate_local((text.size() + 1) * sizeof(WCHAR), callee));
        if (copy == nullptr) {
          return status::ERROR_NOT_ENOUGH_MEMORY;
        }
        std::copy(text.begin(), text.end(), copy);
        *lplpwsErrorString = copy;
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(GetErrorString);

#if !defined(_WIN32)

RRAS_SIMULATOR_EXPORT void* LocalFree(void* hMem) {
  if (hMem == nullptr) {
    return nullptr;
  }
  return free_buffer("LocalFree", hMem, Memory::local) == status::SUCCESS ? nullptr : hMem;
}
static const ExportEntry exported_LocalFree("LocalFree", false);

#endif

#endif
