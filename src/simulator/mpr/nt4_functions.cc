// Three functions of the NT 4 redistributable. Their documented stack sizes match the functions of
// the same names in Rassapi.dll, not the MprAdmin functions. Their arguments are unknown, and a
// call with those of the MprAdmin functions would corrupt the stack of a 32-bit process. So the
// product may find them but must not call them. These ignore their arguments, and the journal
// shows a call.
#if defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/call_everywhere.h"
#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

DWORD must_not_be_called(const char* function) {
  return call_everywhere(function, CallArguments(),
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
