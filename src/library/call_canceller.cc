#include "library/call_canceller.h"

#if defined(_WIN32)
#include "abi/windows_header.h"
#endif

namespace rras::library {

namespace {

using abi::rpc::CancelThreadEx;

#if defined(_WIN32)

// Since Windows 2000. Never unloaded: a call may be inside. It is not opened as a SharedLibrary,
// which refuses Wine's DLLs, for Wine's RPC run-time works.
CancelThreadEx find_run_time() {
  HMODULE run_time = LoadLibraryExW(L"rpcrt4.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
  if (run_time == nullptr) return nullptr;
  return reinterpret_cast<CancelThreadEx>(
      reinterpret_cast<void*>(GetProcAddress(run_time, "RpcCancelThreadEx")));
}

#else

CancelThreadEx find_run_time() {
  return nullptr;
}

#endif

}  // namespace

CancelThreadEx find_canceller(const SharedLibrary& library) {
  if (void* own = library.find(kOwnCanceller)) return reinterpret_cast<CancelThreadEx>(own);
  return find_run_time();
}

}  // namespace rras::library
