// Asks every operation of a server, with any answers that a library may give. AddressSanitizer
// finds reads outside a buffer. This target checks that every buffer is freed and that rows are
// whole.
#include <array>
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
#include "os/shared_library.h"

namespace {

using namespace rras;
using KnownDialect = std::shared_ptr<const api::Dialect>;

// nullptr if the library lacks a function that the dialect requires.
KnownDialect recognise() {
  os::Opening opening = os::SharedLibrary::open_path("substitute");
  api::Recognition recognition = api::FUZZ_RECOGNISE(*opening.library);
  const auto* dialect = std::get_if<KnownDialect>(&recognition);
  return dialect == nullptr ? nullptr : *dialect;
}

// Usually for a library that has every function; sometimes some are missing.
KnownDialect any_dialect(fuzz::Input& input) {
  static const KnownDialect whole = recognise();
  if (input.number<std::uint8_t>() % 8 != 7) return whole;
  std::array<std::uint8_t, 16> exported;
  input.read(exported.data(), exported.size());
  for (auto& byte : exported) byte = static_cast<std::uint8_t>(~byte);
  fuzz::exports(exported.data(), exported.size());
  KnownDialect dialect = recognise();
  fuzz::exports(nullptr, 0);
  return dialect;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  fuzz::FUZZ_OFFER();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input& input = fuzz::input();
  input.give(data, size);
  const KnownDialect dialect = any_dialect(input);
  if (dialect == nullptr) return 0;
  // By the last byte, so that inputs from before there were two sides mean what they meant.
  const auto side = size > 0 && data[size - 1] % 2 == 1 ? api::Side::stored : api::Side::running;
  dialect->operations(side);
  using Name = std::optional<std::u16string>;
  api::Connecting connecting = dialect->connect(side, input.coin() ? Name() : Name(u"RAS01"));
  if (connecting.server == nullptr) return 0;
  // Several in a row, because the addon remembers what a server lacks, and that must not harm later
  // calls.
  for (int i = 0; i < 4; ++i) fuzz::ask(*connecting.server, input);
  connecting.server->disconnect();
  if (fuzz::outstanding() != 0) std::abort();
  return 0;
}
