// The C++ library uses its demangler only for the name of an exception that nobody catches. With
// this function in its place it shows the mangled name, and each binary is 100 kB smaller.

#include <cstddef>

extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status);

extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status) {
  constexpr int kNotMangled = -2;
  if (status != nullptr) *status = kNotMangled;
  return nullptr;
}
