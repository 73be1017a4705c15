// What malloc has taken and given out, in all heaps of a Windows process. Node's C run-time takes
// from that of the process, the one of our binaries has its own.
//
// In native code, because a heap must be locked while it is walked, and JavaScript must not run
// meanwhile: V8's collector waits for its helpers, and these wait for the heap.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace {

constexpr DWORD kMostHeaps = 256;

// What `windows_heaps.mjs` reads. Bytes.
struct Heaps {
  unsigned long long allocated;
  unsigned long long taken;
};

bool add(HANDLE heap, Heaps* sum) {
  // One that is not to be locked belongs to a single thread, which may be at work in it.
  if (!HeapLock(heap)) return true;
  PROCESS_HEAP_ENTRY entry = {};
  while (HeapWalk(heap, &entry)) {
    if ((entry.wFlags & PROCESS_HEAP_REGION) != 0) {
      sum->taken += entry.Region.dwCommittedSize;
    } else if ((entry.wFlags & PROCESS_HEAP_ENTRY_BUSY) != 0) {
      sum->allocated += entry.cbData;
    }
  }
  const bool whole = GetLastError() == ERROR_NO_MORE_ITEMS;
  HeapUnlock(heap);
  return whole;
}

}  // namespace

extern "C" __declspec(dllexport) BOOL tell_heaps(Heaps* heaps) {
  HANDLE all[kMostHeaps];
  const DWORD count = GetProcessHeaps(kMostHeaps, all);
  if (count == 0 || count > kMostHeaps) return FALSE;
  *heaps = {};
  for (DWORD index = 0; index < count; ++index) {
    if (!add(all[index], heaps)) return FALSE;
  }
  return TRUE;
}
