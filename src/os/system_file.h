// The whole path of a system file of Windows. Given a bare name, the loader would reuse any module
// of that name that the process has already loaded, from wherever.
#pragma once

#if defined(_WIN32)

#include <string>

#include "abi/windows_header.h"

namespace rras::os {

// Empty if the system does not report its folder; GetLastError then says why.
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

}  // namespace rras::os

#endif
