// Everything that is asked of a server, with whatever answers a library may give. AddressSanitizer
// sees a reader that leaves a buffer; what else must hold: every buffer is given back, and rows are
// whole.
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "api/dialects.h"
#include "fuzz/input.h"
#include "fuzz/questions.h"
#include "fuzz/substitute_functions.h"
#include "fuzz/substitute_library.h"
#include "library/shared_library.h"

namespace {

using namespace rras;

const api::Dialect& dialect() {
  static const std::shared_ptr<const api::Dialect> recognised = [] {
    library::Opening opening = library::SharedLibrary::open_path("substitute");
#if defined(FUZZ_RASSAPI)
    api::Recognition recognition = api::recognise_rassapi(*opening.library);
#else
    api::Recognition recognition = api::recognise_mprapi(*opening.library);
#endif
    return std::get<std::shared_ptr<const api::Dialect>>(recognition);
  }();
  return *recognised;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
#if defined(FUZZ_RASSAPI)
  fuzz::offer_rassapi_functions();
#else
  fuzz::offer_mpr_functions();
#endif
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::input().give(data, size);
  api::Connecting connecting = dialect().connect(std::u16string(u"RAS01"));
  if (connecting.server == nullptr) return 0;
  // A few in a row: what a server is remembered to lack must not lead astray later.
  for (int i = 0; i < 4; ++i) fuzz::ask(*connecting.server, fuzz::input());
  connecting.server->disconnect();
  if (fuzz::outstanding() != 0) std::abort();
  return 0;
}
