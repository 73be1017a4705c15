// Texts of errors.
#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include <algorithm>

#include "simulator/call_everywhere.h"
#include "simulator/rassapi/exports.h"
#include "simulator/text_of_error.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminGetErrorString(DWORD ResourceId,
                                                                 WCHAR* lpszString,
                                                                 DWORD InBufSize) {
  return call_everywhere(RRAS_NAME(GetErrorString),
                         CallArguments({{"ResourceId", ResourceId}, {"InBufSize", InBufSize}}),
                         [&](const Callee&) -> DWORD {
                           if (lpszString == nullptr || !is_ras_error(ResourceId)) {
                             return status::ERROR_INVALID_PARAMETER;
                           }
                           const Text text = text_of_error(ResourceId);
                           if (InBufSize < text.size() + 1) {
                             return status::ERROR_INSUFFICIENT_BUFFER;
                           }
                           lpszString[text.copy(lpszString, text.size())] = u'\0';
                           return status::SUCCESS;
                         });
}
RRAS_EXPORTED(GetErrorString);

#endif
