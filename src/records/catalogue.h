// Every record with its columns, for TypeScript to compare with what it is going to read.
#pragma once

#include <string>
#include <vector>

namespace rras::records {

struct Described {
  const char* name = nullptr;
  std::vector<std::string> columns;  // each as name:kind
};

std::vector<Described> catalogue();

}  // namespace rras::records
