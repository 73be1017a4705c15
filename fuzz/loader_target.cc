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
  // The names that nt4 and rassapi share have different signatures. A function that only one of
  // them has decides; with functions of both, the library is neither.
  const bool has_mark_of_rassapi =
      exported("RasAdminFreeBuffer") || exported("RasAdminServerGetInfo") ||
      exported("RasAdminPortClearStatistics") || exported("RasAdminGetUserAccountServer");
  const auto either = [&](const std::string& name) {
    return exported(("MprAdmin" + name).c_str()) || exported(("RasAdmin" + name).c_str());
  };
  expect(is_nt4 == (either("ServerConnect") && either("ServerDisconnect") && either("PortEnum") &&
                    either("BufferFree") && !is_mprapi && !has_mark_of_rassapi));
  expect(is_rassapi == (exported("RasAdminPortEnum") && exported("RasAdminFreeBuffer") &&
                        !exported("RasAdminServerConnect") && !exported("MprAdminServerConnect")));
  expect(!(is_nt4 && (is_mprapi || is_rassapi)));
  return 0;
}
