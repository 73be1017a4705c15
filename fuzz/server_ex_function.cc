#include "fuzz/server_ex_function.h"

#include <cstdlib>
#include <memory>
#include <type_traits>
#include <vector>

#include "fuzz/input.h"
#include "shared/server_ex_shapes.h"

namespace rras::fuzz {

namespace {

using namespace abi;
using namespace abi::mpr;

// The targets of the pointers in the caller's struct: memory of the library that the caller must
// not free. It is valid until the next such struct.
std::vector<std::unique_ptr<std::uint8_t[]>> kept;

template <typename Entry>
Entry* keep(std::size_t count) {
  kept.push_back(std::make_unique<std::uint8_t[]>(sizeof(Entry) * count));
  input().read(kept.back().get(), sizeof(Entry) * count);
  return reinterpret_cast<Entry*>(kept.back().get());
}

// Terminated, or as long as an unterminated text may be.
WCHAR* keep_text() {
  const std::size_t length = input().coin() ? 8 : 1024;
  WCHAR* text = keep<WCHAR>(length);
  if (length < 1024) text[length - 1] = 0;
  return text;
}

void make_whole(CRYPTOAPI_BLOB& blob) {
  blob.cbData %= 64;
  blob.pbData = keep<BYTE>(blob.cbData);
  const std::uint8_t kind = input().number<std::uint8_t>() % 16;
  if (kind == 15) blob.pbData = nullptr;
  if (kind == 14) blob.cbData += (1u << 20) + 1;
}

template <typename Parameters>
void make_whole_ikev2(Parameters& ikev2) {
  ikev2.dwTotalCertificates %= 4;
  ikev2.certificateNames = keep<CERT_NAME_BLOB>(ikev2.dwTotalCertificates);
  for (DWORD i = 0; i < ikev2.dwTotalCertificates; ++i) make_whole(ikev2.certificateNames[i]);
  if constexpr (!std::is_same_v<Parameters, IKEV2_TUNNEL_CONFIG_PARAMS1>) {
    make_whole(ikev2.machineCertificateName);
    ikev2.customPolicy = input().coin() ? keep<ROUTER_CUSTOM_IKEv2_POLICY0>(1) : nullptr;
  }
  if constexpr (std::is_same_v<Parameters, IKEV2_TUNNEL_CONFIG_PARAMS3> ||
                std::is_same_v<Parameters, IKEV2_TUNNEL_CONFIG_PARAMS4>) {
    ikev2.dwTotalEkus %= 4;
    ikev2.certificateEKUs = keep<MPR_CERT_EKU>(ikev2.dwTotalEkus);
    for (DWORD i = 0; i < ikev2.dwTotalEkus; ++i) {
      ikev2.certificateEKUs[i].pwszEKU = input().coin() ? keep_text() : nullptr;
    }
    make_whole(ikev2.machineCertificateHash);
  }
}

}  // namespace

void fill_server_ex(MPRAPI_OBJECT_HEADER& header) {
  kept.clear();
  const MPRAPI_OBJECT_HEADER asked = header;
  shared::server_ex::any_shape([&](auto shape) {
    using Info = typename decltype(shape)::Info;
    if (asked.revision != decltype(shape)::revision) return false;
    auto& info = reinterpret_cast<Info&>(header);
    if (asked.size != sizeof info) std::abort();
    const std::uint8_t kind = input().number<std::uint8_t>() % 16;
    if (kind == 15) return true;  // reports success and writes nothing
    input().read(&info, sizeof info);
    make_whole_ikev2(info.ConfigParams.IkeConfigParams.TunnelConfigParams);
    make_whole(info.ConfigParams.SstpConfigParams.sstpCertDetails.certBlob);
    if (kind == 14)
      info.ConfigParams.IkeConfigParams.TunnelConfigParams.dwTotalCertificates += 5000;
    // The caller has room for a larger struct than it requested.
    if (kind == 13) input().read(&info + 1, 64);
    return true;
  });
  header = asked;
  switch (input().number<std::uint8_t>() % 16) {
    case 13:
      header.size ^= 4;
      break;
    case 14:
      header.revision ^= 1;
      break;
    case 15:
      header.type ^= 1;
      break;
    default:
      break;
  }
}

}  // namespace rras::fuzz
