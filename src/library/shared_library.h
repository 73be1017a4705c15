// Opens a library safely and finds its functions. This is the only place that loads anything: from
// the system's own folder by name, or from an absolute path that the caller gave.
#pragma once

#include <optional>
#include <string>

#include "abi/windows_types.h"

namespace rras::library {

// Why a library was not taken. lib/native/binding.ts lists the same names in the same order.
enum class Refusal {
  not_loadable,
  wine_builtin,
  function_missing,
  other_dialect,
};

constexpr const char* kRefusals[] = {"not-loadable", "wine-builtin", "function-missing",
                                     "other-dialect"};

struct Opening;

class SharedLibrary {
 public:
  // From System32 alone, by the whole path: the usual search would take a planted file from the
  // folder of the program, the working directory or PATH, and run it with an administrator's
  // rights.
  static Opening open_system(const std::string& name);

  // UTF-8, absolute. What the library itself needs still comes from System32 alone.
  static Opening open_path(const std::string& path);

  SharedLibrary(SharedLibrary&& other) noexcept;
  SharedLibrary& operator=(SharedLibrary&&) = delete;
  ~SharedLibrary();

  // nullptr when the library does not export the name.
  void* find(const char* function) const;

  // The file that was opened: the full path where the system tells it.
  const std::string& file() const { return file_; }

 private:
  SharedLibrary(void* module, std::string file);

  void* module_;
  std::string file_;
};

// The library, or why there is none.
struct Opening {
  std::optional<SharedLibrary> library;
  Refusal refusal = Refusal::not_loadable;
  abi::DWORD status = 0;  // the system's number, where it has one
  std::string detail;     // the system's words, where it has only those
};

// Wine's own mprapi.dll resolves every name, and its functions raise exception 0x80000100 when
// called. Wine marks its DLLs behind the DOS header. `bytes` are the first of the image or file.
bool is_wine_builtin(const char* bytes, std::size_t count);
constexpr std::size_t kWineMarkEnd = 0x40 + sizeof("Wine builtin DLL") - 1;

}  // namespace rras::library
