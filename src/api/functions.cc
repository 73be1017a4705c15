#include "api/functions.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rras::api {

namespace {

bool serves(const AnyFunction& function, std::string_view operation) {
  return std::find(function.operations.begin(), function.operations.end(), operation) !=
         function.operations.end();
}

}  // namespace

AnyFunction::AnyFunction(FunctionTable& table, const Names& names, Operations operations, Need need)
    : name(names.spelled[table.spelling_] != nullptr ? names.spelled[table.spelling_]
                                                     : names.spelled[0]),
      in_dialect(names.spelled[table.spelling_] != nullptr),
      need(need),
      operations(std::move(operations)) {
  table.functions_.push_back(this);
}

void AnyFunction::look_up(const library::SharedLibrary& library) {
  address_ = in_dialect ? library.find(name) : nullptr;
}

Outcome AnyFunction::lacking() const {
  if (!in_dialect) return dialect_lacks(name);
  return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, name};
}

const char* FunctionTable::look_up(const library::SharedLibrary& library) {
  const char* missing = nullptr;
  for (AnyFunction* function : functions_) {
    function->look_up(library);
    bool needed = function->need == Need::required && !function->exported();
    if (needed && missing == nullptr) missing = function->name;
  }
  return missing;
}

std::vector<const char*> FunctionTable::operations() const {
  std::vector<const char*> found;
  for (const OperationFunctions& operation : by_operation()) {
    bool can = std::any_of(functions_.begin(), functions_.end(), [&](const AnyFunction* function) {
      return function->exported() && serves(*function, operation.operation);
    });
    if (can) found.push_back(operation.operation);
  }
  return found;
}

std::vector<OperationFunctions> FunctionTable::by_operation() const {
  std::vector<OperationFunctions> all;
  for (const AnyFunction* function : functions_) {
    if (!function->in_dialect) continue;
    for (const char* operation : function->operations) {
      auto known = std::find_if(all.begin(), all.end(), [&](const OperationFunctions& one) {
        return std::string_view(one.operation) == operation;
      });
      if (known == all.end()) known = all.insert(all.end(), {operation, {}});
      known->functions.push_back(function->name);
    }
  }
  return all;
}

}  // namespace rras::api
