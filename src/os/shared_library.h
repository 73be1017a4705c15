// Opens a library safely and finds its functions. Only this code loads libraries: by name from the
// system's own folder, or from an absolute path that the caller gave.
#pragma once

#include <optional>
#include <string>

#include "abi/windows_types.h"

namespace rras::os {

// Why a library was refused. lib/native/binding.ts lists the same names in the same order.
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
  // Only from System32, by the whole path. The usual search would also load a file planted in the
  // folder of the program, the working directory or PATH, and run it with an administrator's
  // rights.
  static Opening open_system(const std::string& name);

  // UTF-8, absolute. The libraries that it imports still come only from System32.
  static Opening open_path(const std::string& path);

  SharedLibrary(SharedLibrary&& other) noexcept;
  SharedLibrary& operator=(SharedLibrary&&) = delete;
  ~SharedLibrary();

  // nullptr when the library does not export the name.
  void* find(const char* function) const;

  // The file that was opened: the full path if the system reports it.
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
  abi::DWORD status = 0;  // the system's error number, if it has one
  std::string detail;     // the system's message, if there is no number
};

// Wine's own mprapi.dll resolves every name, and its functions raise exception 0x80000100 when
// called. Wine marks its DLLs behind the DOS header. `bytes` are the first of the image or file.
bool is_wine_builtin(const char* bytes, std::size_t count);
constexpr std::size_t kWineMarkEnd = 0x40 + sizeof("Wine builtin DLL") - 1;

}  // namespace rras::os
