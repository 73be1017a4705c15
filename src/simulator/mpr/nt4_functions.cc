// Three functions of the NT 4 redistributable whose listed stack sizes are those of Rassapi.dll's
// namesakes, not MprAdmin's. Their arguments are unknown, and calling them like the MprAdmin
// functions would ruin the stack of a 32-bit process. They exist to be found, not to be called:
// they touch nothing, and the journal shows a call.
#if defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/call_everywhere.h"
#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

DWORD must_not_be_called(const char* function) {
  return call_everywhere(function,
                         [](const Callee&) -> DWORD { return status::ERROR_CALL_NOT_IMPLEMENTED; });
}

const ExportEntry exported_functions_of_three_arguments[] = {
    {"RasAdminGetErrorString", true},
    {"RasAdminUserGetInfo", true},
    {"RasAdminUserSetInfo", true},
};

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminGetErrorString(DWORD, WCHAR*, DWORD) {
  return must_not_be_called("RasAdminGetErrorString");
}

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminUserGetInfo(const WCHAR*, const WCHAR*, void*) {
  return must_not_be_called("RasAdminUserGetInfo");
}

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminUserSetInfo(const WCHAR*, const WCHAR*,
                                                              const void*) {
  return must_not_be_called("RasAdminUserSetInfo");
}

#endif
