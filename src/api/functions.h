// The functions of a library, looked up once. A required one that is missing means that the library
// is not taken; an optional one is checked at each call, and never called through a null pointer.
#pragma once

#include "library/shared_library.h"

namespace rras::api {

template <typename Pointer>
struct Function {
  const char* name = "";
  Pointer call = nullptr;

  bool exported() const { return call != nullptr; }
};

// Collects lookups and remembers the first required name that was not there.
class Lookup {
 public:
  explicit Lookup(const library::SharedLibrary& library) : library_(library) {}

  template <typename Pointer>
  void required(Function<Pointer>& function, const char* name) {
    optional(function, name);
    if (!function.exported() && missing_ == nullptr) missing_ = name;
  }

  template <typename Pointer>
  void optional(Function<Pointer>& function, const char* name) {
    function.name = name;
    function.call = reinterpret_cast<Pointer>(library_.find(name));
  }

  const char* missing() const { return missing_; }

 private:
  const library::SharedLibrary& library_;
  const char* missing_ = nullptr;
};

}  // namespace rras::api
