// Finds the library to use, and its dialect.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/server.h"
#include "os/shared_library.h"

namespace rras::api {

// An empty dialect means any; an empty path means the system's own library.
struct LibraryChoice {
  std::string path;
  std::string dialect;
};

// One library that was tried as one dialect, and why it was refused.
struct Attempt {
  std::string file;
  std::string dialect;
  os::Refusal refusal;
  std::string missing;
  std::string other_name;  // under which the missing function would do as well
  abi::DWORD status;
  std::string detail;
};

struct OpenedDialect {
  std::shared_ptr<const Dialect> dialect;  // nullptr if every attempt failed
  std::vector<Attempt> attempts;
};

// Blocks while the system loads. A dialect is opened once and then reused.
OpenedDialect open_dialect(const LibraryChoice& choice);

// The functions that each operation calls, for each dialect.
struct OperationFunctions {
  const char* operation;
  std::vector<const char*> functions;
};
struct DialectFunctions {
  const char* dialect;
  std::vector<OperationFunctions> operations;
};
std::vector<DialectFunctions> functions_of_dialects();

// The names of the operations of all dialects, each once.
std::vector<const char*> operation_names();

// The function of mprapi that the operation needs first. It names what a dialect lacks.
const char* function_behind(std::string_view operation);

}  // namespace rras::api
