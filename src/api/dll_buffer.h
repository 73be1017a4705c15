// A block from the DLL, which the DLL's own function always frees. ERROR_MORE_DATA comes with a
// block too.
#pragma once

#include <string_view>

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

  void** out_untyped() { return reinterpret_cast<void**>(&data_); }

  // Whether the block can have so many bytes. Settings and entries are a few hundred bytes, tables
  // some megabytes; a far larger length is an error.
  bool holds(abi::DWORD size) const { return size <= kLargest && (size == 0 || data_ != nullptr); }

  // The bytes of a block that holds them.
  std::string_view bytes(abi::DWORD size) const {
    return data_ == nullptr ? std::string_view()
                            : std::string_view(reinterpret_cast<const char*>(data_), size);
  }

  const Struct* get() const { return data_; }
  explicit operator bool() const { return data_ != nullptr; }

 private:
  static constexpr abi::DWORD kLargest = 1u << 24;

  Free free_;
  Struct* data_ = nullptr;
};

}  // namespace rras::api
