// The shapes that MPR_SERVER_EX can have, newest first, each with the revision that goes with it.
//
// Which revision goes with which size is documented nowhere; the page knows revision 1 alone. The
// header for Windows 7 defines 1 and 2, the one for Windows 8.1 defines 3 and 4 too, and the one
// for Windows 10 adds 5; and the struct has grown by as many steps. So they are paired in order,
// and an answer is read only where the server confirms the header and has not written beyond the
// struct.
#pragma once

#include "abi/mprapi/server_ex.h"

namespace rras::api::mprapi {

template <abi::BYTE Revision, typename Server, typename SetConfig>
struct Shape {
  static constexpr abi::BYTE revision = Revision;
  using Info = Server;
  using Config = SetConfig;
};

constexpr abi::BYTE kOldestRevision = 1;
constexpr abi::BYTE kNewestRevision = 5;

namespace shapes {

using namespace abi::mpr;

using Windows7 = Shape<1, win7::MPR_SERVER_EX0, win7::MPR_SERVER_SET_CONFIG_EX0>;
using Windows8 = Shape<2, win8::MPR_SERVER_EX0, win8::MPR_SERVER_SET_CONFIG_EX0>;
using Windows81 = Shape<3, win81::MPR_SERVER_EX0, win81::MPR_SERVER_SET_CONFIG_EX0>;
using Windows81WithGre = Shape<4, win81::MPR_SERVER_EX1, win81::MPR_SERVER_SET_CONFIG_EX1>;
using Windows10 = Shape<5, win10::MPR_SERVER_EX1, win10::MPR_SERVER_SET_CONFIG_EX1>;

}  // namespace shapes

// Calls visit(shape) for each, newest first, until one returns true.
template <typename Visit>
bool any_shape(Visit&& visit) {
  using namespace shapes;
  return visit(Windows10{}) || visit(Windows81WithGre{}) || visit(Windows81{}) ||
         visit(Windows8{}) || visit(Windows7{});
}

// What the tunnels of a shape have beyond those of Windows 7.
template <typename Tunnels>
struct Has;

template <typename Ike, typename L2tp>
struct Has<abi::mpr::FourTunnels<Ike, L2tp>> {
  static constexpr bool gre = false;
};

template <typename Ike, typename L2tp>
struct Has<abi::mpr::FiveTunnels<Ike, L2tp>> {
  static constexpr bool gre = true;
};

template <typename Parameters>
constexpr int ikev2_generation = 0;
template <>
inline constexpr int ikev2_generation<abi::mpr::IKEV2_TUNNEL_CONFIG_PARAMS1> = 1;
template <>
inline constexpr int ikev2_generation<abi::mpr::IKEV2_TUNNEL_CONFIG_PARAMS2> = 2;
template <>
inline constexpr int ikev2_generation<abi::mpr::IKEV2_TUNNEL_CONFIG_PARAMS3> = 3;
template <>
inline constexpr int ikev2_generation<abi::mpr::IKEV2_TUNNEL_CONFIG_PARAMS4> = 4;

}  // namespace rras::api::mprapi
