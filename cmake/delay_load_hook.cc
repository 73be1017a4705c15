// node.exe is the name that the import library knows, not the name that the host must have:
// Electron and renamed copies of Node serve the same functions from their own executable. The
// loader of late imports asks here first, and gets the running executable. (MSVC builds get
// node-gyp's own hook.)

#include <windows.h>
// delayimp.h uses the types of windows.h.
#include <delayimp.h>
#include <string.h>

namespace {

FARPROC WINAPI host_for_node(unsigned event, PDelayLoadInfo info) {
  if (event != dliNotePreLoadLibrary || _stricmp(info->szDll, "node.exe") != 0) return nullptr;
  return reinterpret_cast<FARPROC>(GetModuleHandleW(nullptr));
}

}  // namespace

// mingw-w64 declares it so, with C linkage; under another name it would never be called.
extern "C" {
PfnDliHook __pfnDliNotifyHook2 = host_for_node;
}
