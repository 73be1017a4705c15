// A block from the DLL, which the DLL's own function always frees. ERROR_MORE_DATA comes with a
// block too.
#pragma once

#include "abi/windows_types.h"

namespace rras::api {

// The block holds a Struct or an array of them.
template <typename Struct>
class DllBuffer {
 public:
  // MprAdminBufferFree, RasAdminBufferFree and RasAdminFreeBuffer have the same signature.
  using Free = abi::DWORD(RRAS_APIENTRY*)(void*);

  explicit DllBuffer(Free free) : free_(free) {}
  ~DllBuffer() {
    if (data_ != nullptr) free_(data_);
  }
  DllBuffer(const DllBuffer&) = delete;
  DllBuffer& operator=(const DllBuffer&) = delete;

  Struct** out() { return &data_; }

  // Most functions declare the block as bytes.
  abi::BYTE** out_bytes() { return reinterpret_cast<abi::BYTE**>(&data_); }

  const Struct* get() const { return data_; }
  explicit operator bool() const { return data_ != nullptr; }

 private:
  Free free_;
  Struct* data_ = nullptr;
};

}  // namespace rras::api
