// The product and the simulator use one list of the numbers of a server's tunnels, so neither would
// notice a wrong place in it. This program compares each name with its member.
#include "shared/server_ex_numbers.h"

#include <cstddef>
#include <string_view>

#include "check.h"
#include "shared/server_ex_shapes.h"

namespace ex = rras::shared::server_ex;
using rras::abi::DWORD;

namespace {

ex::NewestTunnels tunnels{};
std::size_t found = 0;

bool stands_for(std::string_view name, const DWORD& member, DWORD protocol) {
  std::size_t matches = 0;
  const auto look = [&](const auto& number) {
    if (name == number.name && &number.at(tunnels) == &member && number.protocol == protocol) {
      ++matches;
    }
  };
  ex::for_each_ports(look);
  ex::for_each_parameter(look);
  found += matches;
  return matches == 1;
}

}  // namespace

int main() {
  auto& ike = tunnels.IkeConfigParams;
  auto& pptp = tunnels.PptpConfigParams;
  auto& l2tp = tunnels.L2tpConfigParams;
  auto& sstp = tunnels.SstpConfigParams;
  auto& gre = tunnels.GREConfigParams;
  CHECK(stands_for("pptpPorts", pptp.dwNumPorts, 0x01));
  CHECK(stands_for("pptpFlags", pptp.dwPortFlags, 0x01));
  CHECK(stands_for("l2tpPorts", l2tp.dwNumPorts, 0x02));
  CHECK(stands_for("l2tpFlags", l2tp.dwPortFlags, 0x02));
  CHECK(stands_for("sstpPorts", sstp.dwNumPorts, 0x04));
  CHECK(stands_for("sstpFlags", sstp.dwPortFlags, 0x04));
  CHECK(stands_for("ikev2Ports", ike.dwNumPorts, 0x08));
  CHECK(stands_for("ikev2Flags", ike.dwPortFlags, 0x08));
  CHECK(stands_for("grePorts", gre.dwNumPorts, 0x10));
  CHECK(stands_for("greFlags", gre.dwPortFlags, 0x10));
  CHECK(stands_for("sstpCertificateAlgorithm", sstp.certAlgorithm, 0x04));

  auto& ikev2 = ike.TunnelConfigParams;
  CHECK(stands_for("ikev2IdleTimeout", ikev2.dwIdleTimeout, 0x08));
  CHECK(stands_for("ikev2NetworkBlackoutTime", ikev2.dwNetworkBlackoutTime, 0x08));
  CHECK(stands_for("ikev2SaLifeTime", ikev2.dwSaLifeTime, 0x08));
  CHECK(stands_for("ikev2SaDataSize", ikev2.dwSaDataSizeForRenegotiation, 0x08));
  CHECK(stands_for("ikev2ConfigOptions", ikev2.dwConfigOptions, 0x08));
  CHECK(stands_for("ikev2EncryptionType", ikev2.dwEncryptionType, 0x08));
  CHECK(stands_for("ikev2MainModeSaLifeTime", ikev2.dwMmSaLifeTime, 0x08));

  auto& parameters = l2tp.TunnelConfigParams;
  CHECK(stands_for("l2tpIdleTimeout", parameters.dwIdleTimeout, 0x02));
  CHECK(stands_for("l2tpEncryptionType", parameters.dwEncryptionType, 0x02));
  CHECK(stands_for("l2tpSaLifeTime", parameters.dwSaLifeTime, 0x02));
  CHECK(stands_for("l2tpSaDataSize", parameters.dwSaDataSizeForRenegotiation, 0x02));
  CHECK(stands_for("l2tpMainModeSaLifeTime", parameters.dwMmSaLifeTime, 0x02));

  std::size_t listed = 0;
  const auto count = [&](const auto&) { ++listed; };
  ex::for_each_ports(count);
  ex::for_each_parameter(count);
  CHECK(listed == found);
  std::puts("all true");
}
