// A block that the DLL handed out, freed by the DLL's own function however its use ends. One comes
// with ERROR_MORE_DATA too.
#pragma once

#include "abi/windows_types.h"

namespace rras::api {

// As the DLL fills it in: a Struct, or an array of them.
template <typename Struct>
class DllBuffer {
 public:
  // MprAdminBufferFree, RasAdminBufferFree and RasAdminFreeBuffer are alike.
  using Free = abi::DWORD(RRAS_APIENTRY*)(void*);

  explicit DllBuffer(Free free) : free_(free) {}
  ~DllBuffer() {
    if (data_ != nullptr) free_(data_);
  }
  DllBuffer(const DllBuffer&) = delete;
  DllBuffer& operator=(const DllBuffer&) = delete;

  Struct** out() { return &data_; }

  // The router functions take every block as bytes.
  abi::BYTE** out_bytes() { return reinterpret_cast<abi::BYTE**>(&data_); }

  const Struct* get() const { return data_; }
  explicit operator bool() const { return data_ != nullptr; }

 private:
  Free free_;
  Struct* data_ = nullptr;
};

}  // namespace rras::api
