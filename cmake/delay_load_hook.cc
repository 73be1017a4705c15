// The import library names node.exe, but the host may have another name: Electron and renamed
// copies of Node have the same functions in their own executable, and a host that was built with
// Node as a shared library has them in libnode.dll. The loader of late imports calls this hook
// first, which returns the one of the two that the process has. (MSVC builds have node-gyp's own
// hook, win_delay_load_hook.cc, which decides in the same way.)

#include <windows.h>
// delayimp.h uses the types of windows.h.
#include <delayimp.h>
#include <string.h>

namespace {

FARPROC WINAPI host_for_node(unsigned event, PDelayLoadInfo info) {
  if (event != dliNotePreLoadLibrary || _stricmp(info->szDll, "node.exe") != 0) return nullptr;
  HMODULE shared = GetModuleHandleW(L"libnode.dll");
  return reinterpret_cast<FARPROC>(shared != nullptr ? shared : GetModuleHandleW(nullptr));
}

}  // namespace

// mingw-w64 declares this name with C linkage. Under another name the hook would never be called.
extern "C" {
PfnDliHook __pfnDliNotifyHook2 = host_for_node;
}
