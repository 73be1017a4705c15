#include "simulator/exported_functions.h"

#include <algorithm>
#include <cstring>

namespace rras::simulator {

namespace {

// Initializers of other files add the entries, so the list must exist before all of them run.
std::vector<ExportedFunction>& entered() {
  static std::vector<ExportedFunction> functions;
  return functions;
}

}  // namespace

ExportEntry::ExportEntry(const char* name, bool returns_status) {
  std::vector<ExportedFunction>& functions = entered();
  const auto after = std::find_if(
      functions.begin(), functions.end(),
      [&](const ExportedFunction& function) { return std::strcmp(function.name, name) > 0; });
  functions.insert(after, {name, returns_status});
}

const std::vector<ExportedFunction>& exported_functions() {
  return entered();
}

}  // namespace rras::simulator
