// node.exe is the name that the import library knows, not the name that the host must have:
// Electron and renamed copies of Node serve the same functions from their own executable, and a
// host that was built with Node as a shared library serves them from libnode.dll. The loader of
// late imports asks here first, and gets the one of the two that the process has. (MSVC builds get
// node-gyp's own hook, win_delay_load_hook.cc, which decides in the same way.)

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

// mingw-w64 declares it so, with C linkage; under another name it would never be called.
extern "C" {
PfnDliHook __pfnDliNotifyHook2 = host_for_node;
}
