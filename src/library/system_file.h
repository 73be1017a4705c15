// The whole path of a file of Windows' own. For a bare name the loader takes a module of that name
// that the process has loaded already, wherever from and without a search.
#pragma once

#if defined(_WIN32)

#include <string>

#include "abi/windows_header.h"

namespace rras::library {

// Empty when the system does not tell where it is; GetLastError then says why.
inline std::wstring system_file(const std::wstring& name) {
  std::wstring folder(MAX_PATH, L'\0');
  for (;;) {
    UINT length = GetSystemDirectoryW(folder.data(), static_cast<UINT>(folder.size()));
    if (length == 0) return {};
    bool fits = length < folder.size();
    folder.resize(length);
    if (fits) return folder + L"\\" + name;
  }
}

}  // namespace rras::library

#endif
