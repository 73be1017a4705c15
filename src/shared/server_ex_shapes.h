// The shapes of MPR_SERVER_EX, each with its revision.
//
// No document says which revision belongs to which size; the page mentions only revision 1. The
// header for Windows 7 defines 1 and 2, the one for Windows 8.1 adds 3 and 4, and the one for
// Windows 10 adds 5. The struct has grown in as many steps, so shapes and revisions are paired in
// order. The product reads an answer only if the server confirms the header and has not written
// beyond the struct.
#pragma once

#include "abi/mprapi/server_ex.h"

namespace rras::shared::server_ex {

template <abi::BYTE Revision, typename TunnelParameters>
struct Shape {
  static constexpr abi::BYTE revision = Revision;
  using Tunnels = TunnelParameters;
  using Info = abi::mpr::ServerEx<Tunnels>;
  using Config = abi::mpr::ServerSetConfigEx<Tunnels>;
};

using Windows7 = Shape<1, abi::mpr::win7::MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using Windows8 = Shape<2, abi::mpr::win8::MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using Windows81 = Shape<3, abi::mpr::win81::MPRAPI_TUNNEL_CONFIG_PARAMS0>;
using Windows81WithGre = Shape<4, abi::mpr::win81::MPRAPI_TUNNEL_CONFIG_PARAMS1>;
using Windows10 = Shape<5, abi::mpr::win10::MPRAPI_TUNNEL_CONFIG_PARAMS1>;
// Windows 10's header can be compiled for a shape without GRE, which has no revision of its own.
using Windows10WithoutGre = Shape<0, abi::mpr::win10::MPRAPI_TUNNEL_CONFIG_PARAMS0>;

// Has every field.
using NewestTunnels = Windows10::Tunnels;

// Calls visit(shape) for each revision, newest first, until one returns true.
template <typename Visit>
bool any_shape(Visit&& visit) {
  return visit(Windows10{}) || visit(Windows81WithGre{}) || visit(Windows81{}) ||
         visit(Windows8{}) || visit(Windows7{});
}

}  // namespace rras::shared::server_ex
