#include "os/shared_library.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#if defined(_WIN32)
#include "abi/windows_header.h"
#include "os/system_file.h"
#else
#include <dlfcn.h>
#endif

namespace rras::os {

namespace {

Opening refused(Refusal refusal, abi::DWORD status, std::string detail) {
  Opening opening;
  opening.refusal = refusal;
  opening.status = status;
  opening.detail = std::move(detail);
  return opening;
}

// The streams of the C++ library would add half a megabyte to a statically linked binary.
struct CloseFile {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File open_file(const std::string& path);

bool file_is_wine_builtin(const std::string& path) {
  File file = open_file(path);
  char bytes[kWineMarkEnd];
  return file && is_wine_builtin(bytes, std::fread(bytes, 1, sizeof bytes, file.get()));
}

}  // namespace

bool is_wine_builtin(const char* bytes, std::size_t count) {
  return count >= kWineMarkEnd && std::memcmp(bytes, "MZ", 2) == 0 &&
         std::memcmp(bytes + 0x40, "Wine builtin DLL", kWineMarkEnd - 0x40) == 0;
}

SharedLibrary::SharedLibrary(void* module, std::string file)
    : module_(module), file_(std::move(file)) {}

SharedLibrary::SharedLibrary(SharedLibrary&& other) noexcept
    : module_(std::exchange(other.module_, nullptr)), file_(std::move(other.file_)) {}

#if defined(_WIN32)

namespace {

std::wstring wide(const std::string& text) {
  int length =
      MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), nullptr, 0);
  std::wstring result(static_cast<std::size_t>(length), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), result.data(),
                      length);
  return result;
}

File open_file(const std::string& path) {
  return File(_wfopen(wide(path).c_str(), L"rb"));
}

std::string narrow(const wchar_t* text, int count) {
  int length = WideCharToMultiByte(CP_UTF8, 0, text, count, nullptr, 0, nullptr, nullptr);
  std::string result(static_cast<std::size_t>(length), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, count, result.data(), length, nullptr, nullptr);
  return result;
}

std::string module_path(HMODULE module, const std::string& otherwise) {
  std::wstring path(512, L'\0');
  for (;;) {
    DWORD length = GetModuleFileNameW(module, path.data(), static_cast<DWORD>(path.size()));
    if (length == 0) return otherwise;
    if (length < path.size()) return narrow(path.data(), static_cast<int>(length));
    path.resize(path.size() * 2);
  }
}

// For a damaged file the loader shows a dialog, which nobody can close in a service.
class QuietLoader {
 public:
  QuietLoader() { SetThreadErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX, &before_); }
  ~QuietLoader() { SetThreadErrorMode(before_, nullptr); }
  QuietLoader(const QuietLoader&) = delete;
  QuietLoader& operator=(const QuietLoader&) = delete;

 private:
  DWORD before_ = 0;
};

struct Loaded {
  HMODULE module;
  DWORD error;
};

Loaded load(const std::wstring& file) {
  QuietLoader quiet;
  HMODULE module = LoadLibraryExW(file.c_str(), nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
  return {module, module == nullptr ? GetLastError() : 0};
}

Loaded load_system(const std::wstring& name) {
  std::wstring file = system_file(name);
  if (file.empty()) return {nullptr, GetLastError()};
  return load(file);
}

}  // namespace

Opening SharedLibrary::open_system(const std::string& name) {
  Loaded loaded = load_system(wide(name));
  if (loaded.module == nullptr) return refused(Refusal::not_loadable, loaded.error, "");
  Opening opening;
  opening.library.emplace(SharedLibrary(loaded.module, module_path(loaded.module, name)));
  if (is_wine_builtin(reinterpret_cast<const char*>(loaded.module), kWineMarkEnd)) {
    return refused(Refusal::wine_builtin, 0, "");
  }
  return opening;
}

Opening SharedLibrary::open_path(const std::string& path) {
  if (file_is_wine_builtin(path)) return refused(Refusal::wine_builtin, 0, "");
  // LoadLibraryExW treats a path with slashes as a name without a folder.
  std::string native = path;
  std::replace(native.begin(), native.end(), '/', '\\');
  Loaded loaded = load(wide(native));
  if (loaded.module == nullptr) return refused(Refusal::not_loadable, loaded.error, "");
  Opening opening;
  opening.library.emplace(SharedLibrary(loaded.module, path));
  return opening;
}

SharedLibrary::~SharedLibrary() {
  if (module_ != nullptr) FreeLibrary(static_cast<HMODULE>(module_));
}

void* SharedLibrary::find(const char* function) const {
  return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(module_), function));
}

#else

namespace {

File open_file(const std::string& path) {
  return File(std::fopen(path.c_str(), "rb"));
}

}  // namespace

Opening SharedLibrary::open_system(const std::string& name) {
  // There is no System32, and for a bare name dlopen would search where the environment says.
  return refused(Refusal::not_loadable, 0, name + " is a part of Windows");
}

Opening SharedLibrary::open_path(const std::string& path) {
  if (file_is_wine_builtin(path)) return refused(Refusal::wine_builtin, 0, "");
  void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) {
    // On every system on which Node runs, each thread has its own text.
    const char* reason = dlerror();  // NOLINT(concurrency-mt-unsafe)
    return refused(Refusal::not_loadable, 0, reason == nullptr ? "" : reason);
  }
  Opening opening;
  opening.library.emplace(SharedLibrary(module, path));
  return opening;
}

SharedLibrary::~SharedLibrary() {
  if (module_ != nullptr) dlclose(module_);
}

void* SharedLibrary::find(const char* function) const {
  return dlsym(module_, function);
}

#endif

}  // namespace rras::os
