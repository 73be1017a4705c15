// The functions that this library exports, under the names that the journal and the faults use.
// Each is registered next to its definition.
#pragma once

#include <vector>

namespace rras::simulator {

struct ExportedFunction {
  const char* name;
  // A function that returns nothing can hang but not fail.
  bool returns_status;
};

// Registers a function while the library is being loaded.
class ExportEntry {
 public:
  ExportEntry(const char* name, bool returns_status);
};

// In alphabetical order.
const std::vector<ExportedFunction>& exported_functions();

}  // namespace rras::simulator
