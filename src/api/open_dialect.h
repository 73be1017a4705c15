// Finds the library that is to serve, and the dialect that it speaks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/server.h"
#include "os/shared_library.h"

namespace rras::api {

// An empty dialect: whichever the library speaks. An empty path: the system's own library.
struct LibraryChoice {
  std::string path;
  std::string dialect;
};

// One library that was tried as one dialect, and why it was not taken.
struct Attempt {
  std::string file;
  std::string dialect;
  os::Refusal refusal;
  std::string missing;
  abi::DWORD status;
  std::string detail;
};

struct OpenedDialect {
  std::shared_ptr<const Dialect> dialect;  // null when nothing served
  std::vector<Attempt> attempts;
};

// Blocks while the system loads. What was opened once is kept and given again.
OpenedDialect open_dialect(const LibraryChoice& choice);

// Which functions each operation calls, dialect by dialect, in any library.
struct OperationFunctions {
  const char* operation;
  std::vector<const char*> functions;
};
struct DialectFunctions {
  const char* dialect;
  std::vector<OperationFunctions> operations;
};
std::vector<DialectFunctions> functions_of_dialects();

// The names of all operations that a connected server of some dialect can be asked, each once.
std::vector<const char*> operation_names();

// What a dialect without the operation lacks: the function of mprapi's that it needs first.
const char* function_behind(std::string_view operation);

}  // namespace rras::api
