// The functions that a dialect has, in one table: under which names, for which operations, and
// where a library exports them. A required one that is missing means that the library is not taken;
// an optional one is checked at each call, and never called through a null pointer.
#pragma once

#include <cstddef>
#include <vector>

#include "api/outcome.h"
#include "library/shared_library.h"

namespace rras::api {

class FunctionTable;

// As one set of signatures calls it in the first dialect that has it, and in the second.
struct Names {
  const char* spelled[2];
};

// The operations of the binding that need it.
using Operations = std::vector<const char*>;

enum class Need { optional, required };

class AnyFunction {
 public:
  AnyFunction(FunctionTable& table, const Names& names, Operations operations, Need need);
  AnyFunction(const AnyFunction&) = delete;
  AnyFunction& operator=(const AnyFunction&) = delete;

  // Where the dialect has no such function, the other's name, which says what is lacking.
  const char* const name;
  const bool in_dialect;
  const Need need;
  const Operations operations;

  bool exported() const { return address_ != nullptr; }
  void look_up(const library::SharedLibrary& library);

  // What is answered instead of a call where it is not exported.
  Outcome lacking() const;

 protected:
  void* address_ = nullptr;
};

template <typename Pointer>
class Function : public AnyFunction {
 public:
  Function(FunctionTable& table, const Names& names, Operations operations,
           Need need = Need::optional)
      : AnyFunction(table, names, std::move(operations), need) {}

  // Null unless it is exported.
  Pointer pointer() const { return reinterpret_cast<Pointer>(address_); }

  // To be called only when it is exported.
  template <typename... Arguments>
  auto call(Arguments... arguments) const {
    return pointer()(arguments...);
  }
};

struct OperationFunctions {
  const char* operation;
  std::vector<const char*> functions;
};

// To be derived from, with one member for each function, declared with *this.
class FunctionTable {
 public:
  FunctionTable(const FunctionTable&) = delete;
  FunctionTable& operator=(const FunctionTable&) = delete;

  // The name of a required function that is missing, or null.
  const char* look_up(const library::SharedLibrary& library);

  // The operations that the library can do: it exports a function for each.
  std::vector<const char*> operations() const;

  // What the dialect's operations call, in any library.
  std::vector<OperationFunctions> by_operation() const;

 protected:
  // Which of its names a function has in this dialect: the first or the second.
  explicit FunctionTable(std::size_t spelling) : spelling_(spelling) {}

 private:
  friend class AnyFunction;

  const std::size_t spelling_;
  std::vector<AnyFunction*> functions_;
};

}  // namespace rras::api
