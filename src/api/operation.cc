#include "api/operation.h"

#include <algorithm>

namespace rras::api {

OperationTable::OperationTable(std::initializer_list<std::vector<Operation>> families) {
  for (const std::vector<Operation>& family : families) {
    operations_.insert(operations_.end(), family.begin(), family.end());
  }
  for (const Operation& operation : operations_) {
    if (operation.binding != nullptr) bindings_.emplace(operation.name, operation.binding);
  }
}

Binding OperationTable::find(std::string_view name) const {
  auto found = bindings_.find(name);
  return found == bindings_.end() ? nullptr : found->second;
}

FunctionsOfDll OperationTable::needs() const {
  FunctionsOfDll all;
  for (const Operation& operation : operations_) {
    const FunctionsOfDll functions = operation.functions();
    all.insert(all.end(), functions.begin(), functions.end());
  }
  return all;
}

std::vector<const char*> OperationTable::possible(const Functions& functions) const {
  std::vector<const char*> names;
  for (const Operation& operation : operations_) {
    auto is_exported = [&](const AnyFunctionOfDll* function) {
      return functions.exports(*function);
    };
    // An operation that needs no function is always possible.
    bool can = operation.needs.empty() ||
               std::any_of(operation.needs.begin(), operation.needs.end(), is_exported);
    can = can && std::all_of(operation.also.begin(), operation.also.end(), is_exported);
    if (can) names.push_back(operation.name);
  }
  return names;
}

}  // namespace rras::api
