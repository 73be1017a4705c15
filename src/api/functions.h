// The functions of a library: the names under which they are looked up, and their addresses.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "api/outcome.h"
#include "os/shared_library.h"

namespace rras::api {

// A function that operations need. Two dialects can share signatures under different names: the
// name in the first, and the name in the second, which may lack the function. Both names must stand
// for the same signature, because a library may export the function under either.
struct AnyFunctionOfDll {
  constexpr explicit AnyFunctionOfDll(const char* first, const char* second = nullptr)
      : names{first, second} {}

  const char* names[2];
};

template <typename Pointer>
struct FunctionOfDll : AnyFunctionOfDll {
  using AnyFunctionOfDll::AnyFunctionOfDll;
};

// The function in one dialect and one library. It is never called through a null pointer.
class AnyFunction {
 public:
  AnyFunction(const char* name, bool in_dialect, void* address)
      : name(name), in_dialect_(in_dialect), address_(address) {}

  // The exported name. If the library has no such function, the name in the dialect; if the dialect
  // has none either, the name in the other dialect.
  const char* const name;

  bool exported() const { return address_ != nullptr; }

  // The outcome if the function is not exported.
  Outcome lacking() const {
    if (!in_dialect_) return dialect_lacks(name);
    return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, name};
  }

 protected:
  const bool in_dialect_;
  void* const address_;
};

template <typename Pointer>
class Function : public AnyFunction {
 public:
  using AnyFunction::AnyFunction;

  // nullptr unless the function is exported.
  Pointer pointer() const { return reinterpret_cast<Pointer>(address_); }

  // The function must be exported.
  template <typename... Arguments>
  auto call(Arguments... arguments) const {
    return pointer()(arguments...);
  }
};

using FunctionsOfDll = std::vector<const AnyFunctionOfDll*>;

// The functions of one library in one dialect.
class Functions {
 public:
  // Which of a function's names this dialect prefers.
  enum Spelling : std::size_t { first = 0, second = 1 };
  // Whether a function may be taken under its other name if the library lacks the preferred one.
  enum class OtherNames { refused, accepted };

  Functions(Spelling spelling, OtherNames other_names, const FunctionsOfDll& wanted,
            const os::SharedLibrary& library);

  template <typename Pointer>
  Function<Pointer> operator[](const FunctionOfDll<Pointer>& function) const {
    return {name_of(function), in_dialect(function), address_of(function)};
  }

  bool exports(const AnyFunctionOfDll& function) const { return address_of(function) != nullptr; }
  const char* name_of(const AnyFunctionOfDll& function) const;
  bool in_dialect(const AnyFunctionOfDll& function) const {
    return function.names[spelling_] != nullptr;
  }

  // The names of those functions that are exported, each once.
  std::vector<const char*> exported_names(const FunctionsOfDll& some) const;

 private:
  struct Export {
    const char* name;
    void* address;
  };

  std::optional<Export> find(const AnyFunctionOfDll& function, OtherNames other_names,
                             const os::SharedLibrary& library) const;
  void* address_of(const AnyFunctionOfDll& function) const;

  Spelling spelling_;
  std::unordered_map<const AnyFunctionOfDll*, Export> exported_;
};

}  // namespace rras::api
