#include "os/call_canceller.h"

#if defined(_WIN32)
#include "abi/windows_header.h"
#include "os/system_file.h"
#endif

namespace rras::os {

namespace {

using abi::rpc::CancelThreadEx;

#if defined(_WIN32)

// Available since Windows 2000. Never unloaded: a call may be inside. SharedLibrary would refuse
// Wine's DLLs, but Wine's RPC run-time works.
CancelThreadEx find_run_time() {
  std::wstring file = system_file(L"rpcrt4.dll");
  if (file.empty()) return nullptr;
  HMODULE run_time = LoadLibraryExW(file.c_str(), nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
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

}  // namespace rras::os
