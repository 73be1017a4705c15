#include "simulator/mpr/tunnel_config.h"

#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

namespace rras::simulator {

using namespace abi;

PointedTo::PointedTo(const TunnelParameters& all) : parameters(all) {
  for (auto& name : parameters.ikev2_certificates) {
    certificates.push_back({static_cast<DWORD>(name.size()), name.data()});
  }
  for (Eku& eku : parameters.ikev2_ekus) {
    // No document gives the unit of the size. The simulator counts bytes, with the terminator.
    const auto size = static_cast<DWORD>((eku.text.size() + 1) * sizeof(WCHAR));
    ekus.push_back({size, eku.is_oid ? 1 : 0, eku.text.data()});
  }
}

std::vector<std::uint8_t> bytes_of(const CRYPTOAPI_BLOB& blob) {
  if (blob.pbData == nullptr) {
    return {};
  }
  return std::vector<std::uint8_t>(blob.pbData, blob.pbData + blob.cbData);
}

}  // namespace rras::simulator

#endif
