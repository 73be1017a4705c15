// Recognises the dialect of an opened library. The name of a function never decides alone:
// RasAdminPortDisconnect takes two handles in the NT 4 redistributable's Mprapi.dll and two strings
// in Rassapi.dll, and on x86 both even take 8 bytes of stack. So the siblings are looked at too.
#pragma once

#include <memory>
#include <variant>

#include "api/server.h"
#include "os/shared_library.h"

namespace rras::api {

// Why a library does not speak a dialect.
struct NotSpoken {
  os::Refusal refusal;
  const char* function;  // missing, or there although only another dialect has it
};

// On success the library has moved into the dialect; else it is untouched.
using Recognition = std::variant<std::shared_ptr<const Dialect>, NotSpoken>;

Recognition recognise_mprapi(os::SharedLibrary& library);
Recognition recognise_nt4(os::SharedLibrary& library);
Recognition recognise_rassapi(os::SharedLibrary& library);

// What can be asked. The dialect nt4 has the operations of mprapi, as far as it has the functions.
const OperationTable& operations_of_mprapi();
const OperationTable& operations_of_rassapi();

}  // namespace rras::api
