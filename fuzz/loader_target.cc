// Checks which dialect is recognised for any set of exports. A wrong dialect would call a function
// with the arguments of another.
#include <cstdlib>
#include <memory>
#include <string>
#include <variant>

#include "api/dialects.h"
#include "fuzz/input.h"
#include "fuzz/substitute_functions.h"
#include "fuzz/substitute_library.h"
#include "os/shared_library.h"

namespace {

using namespace rras;

void expect(bool condition) {
  if (!condition) std::abort();
}

using Recognise = api::Recognition (*)(os::SharedLibrary&);

std::string dialect_by(Recognise recognise) {
  os::Opening opening = os::SharedLibrary::open_path("substitute");
  api::Recognition recognition = recognise(*opening.library);
  if (auto* dialect = std::get_if<std::shared_ptr<const api::Dialect>>(&recognition)) {
    return (*dialect)->name();
  }
  const auto& reason = std::get<api::NotSpoken>(recognition);
  expect(reason.function != nullptr && reason.function[0] != '\0');
  return "";
}

bool exported(const char* name) {
  return os::SharedLibrary::open_path("substitute").library->find(name) != nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  fuzz::offer_mpr_functions();
  fuzz::offer_nt4_functions();
  fuzz::offer_rassapi_functions();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  fuzz::exports(data, size);
  const bool is_mprapi = dialect_by(api::recognise_mprapi) == "mprapi";
  const bool is_nt4 = dialect_by(api::recognise_nt4) == "nt4";
  const bool is_rassapi = dialect_by(api::recognise_rassapi) == "rassapi";
  expect(is_mprapi == (exported("MprAdminServerConnect") && exported("MprAdminServerDisconnect") &&
                       exported("MprAdminPortEnum") && exported("MprAdminBufferFree")));
  // With either of these exports, the names that both share have the signatures of the other
  // dialect.
  expect(is_nt4 == (exported("RasAdminServerConnect") && exported("RasAdminServerDisconnect") &&
                    exported("RasAdminPortEnum") && exported("RasAdminBufferFree") &&
                    !exported("MprAdminPortEnum")));
  expect(is_rassapi == (exported("RasAdminPortEnum") && exported("RasAdminFreeBuffer") &&
                        !exported("RasAdminServerConnect")));
  expect(!(is_nt4 && is_rassapi));
  return 0;
}
