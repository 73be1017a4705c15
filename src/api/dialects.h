// Recognises the dialect of an opened library. The name of one function never decides:
// RasAdminPortDisconnect takes two handles in the NT 4 redistributable's Mprapi.dll and two strings
// in Rassapi.dll, and on x86 both take 8 bytes of stack. So other exports are checked too, and a
// library whose exports fit both is refused.
#pragma once

#include <memory>
#include <variant>

#include "api/server.h"
#include "os/shared_library.h"

namespace rras::api {

// Why a library does not speak a dialect.
struct NotSpoken {
  os::Refusal refusal;
  const char* function;              // the missing one, or one that only another dialect has
  const char* other_name = nullptr;  // under which the missing function would do as well
};

// On success the library has been moved into the dialect, otherwise it is unchanged.
using Recognition = std::variant<std::shared_ptr<const Dialect>, NotSpoken>;

// The name of a function that the library exports and that only Rassapi.dll has; nullptr if there
// is none. With such a function, RasAdmin names may have the signatures of Rassapi.dll.
const char* mark_of_rassapi(const os::SharedLibrary& library);

Recognition recognise_mprapi(os::SharedLibrary& library);
Recognition recognise_nt4(os::SharedLibrary& library);
Recognition recognise_rassapi(os::SharedLibrary& library);

// The operations of each dialect. nt4 has those operations of mprapi for which it has functions.
const OperationTable& operations_of_mprapi();
// For the stored configuration. rassapi has no such functions.
const OperationTable& operations_of_configuration();
const OperationTable& operations_of_rassapi();

}  // namespace rras::api
