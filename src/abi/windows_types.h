// The basic Windows types with fixed widths, so that the API's structs have the same layout on
// every system: on Windows for the real DLLs, elsewhere for the simulator. windows.h would bring
// the platform's names and macros into every file.
#pragma once

#include <cstdint>

namespace rras::abi {

using BYTE = std::uint8_t;
using WORD = std::uint16_t;
using DWORD = std::uint32_t;
using BOOL = std::int32_t;
using WCHAR = char16_t;
using CHAR = char;
using HANDLE = void*;
using ULONG64 = std::uint64_t;

struct GUID {
  DWORD Data1;
  WORD Data2;
  WORD Data3;
  BYTE Data4[8];
};

struct FILETIME {
  DWORD dwLowDateTime;
  DWORD dwHighDateTime;
};

// In network byte order. The platform's type is a union that is aligned like this one.
struct IN6_ADDR {
  WORD Word[8];
};

// CRYPT_HASH_BLOB and CERT_NAME_BLOB are one type.
struct CRYPTOAPI_BLOB {
  DWORD cbData;
  BYTE* pbData;
};
using CRYPT_HASH_BLOB = CRYPTOAPI_BLOB;
using CERT_NAME_BLOB = CRYPTOAPI_BLOB;

// APIENTRY. It matters on 32-bit Windows only; elsewhere there is one calling convention.
#if defined(_WIN32)
#define RRAS_APIENTRY __stdcall
#else
#define RRAS_APIENTRY
#endif

}  // namespace rras::abi
