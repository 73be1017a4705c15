// Every record with its columns. TypeScript compares them with the columns that it will read.
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
