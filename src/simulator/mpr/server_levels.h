// The levels at which a server tells its numbers of ports, running or stored.
#pragma once

#include <optional>

#include "simulator/mpr/exports.h"
#include "simulator/mpr/tunnel_config.h"

namespace rras::simulator {

// The generation that introduced the level; empty for an unknown level.
inline std::optional<Generation> bringer(abi::DWORD level) {
  switch (level) {
    case 0:
      return Generation::windows_2000;
    case 1:
      return Generation::windows_2003;
    case 2:
      return Generation::windows_2008;
    default:
      return std::nullopt;
  }
}

inline bool knows_level(const Server& server, abi::DWORD level) {
  const auto since = bringer(level);
  return since && server.generation >= *since;
}

template <typename Wire>
abi::DWORD hand_out(const Callee& callee, const Wire& info, abi::BYTE** buffer,
                    Memory memory = Memory::buffer) {
  Wire* copy = allocate<Wire>(callee, 1, memory);
  if (copy == nullptr) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
  *copy = info;
  *buffer = reinterpret_cast<abi::BYTE*>(copy);
  return abi::status::SUCCESS;
}

inline SetupRequest requested(abi::DWORD level, const abi::BYTE* buffer) {
  const auto& info = *reinterpret_cast<const abi::mpr::MPR_SERVER_1*>(buffer);
  SetupRequest request;
  request.ports = {{Tunnel::pptp, info.dwNumPptpPorts, info.dwPptpPortFlags},
                   {Tunnel::l2tp, info.dwNumL2tpPorts, info.dwL2tpPortFlags}};
  if (level == 2) {
    const auto& newer = *reinterpret_cast<const abi::mpr::MPR_SERVER_2*>(buffer);
    request.ports.push_back({Tunnel::sstp, newer.dwNumSstpPorts, newer.dwSstpPortFlags});
  }
  return request;
}

// Calls `give(info)` with the struct of a level that the server knows.
template <typename Give>
abi::DWORD hand_out_level(abi::DWORD level, const Setup& setup, const abi::mpr::MPR_SERVER_0& state,
                          Give&& give) {
  const auto ports = [&](Tunnel tunnel) { return setup.ports_of(tunnel); };
  const auto flags = [&](Tunnel tunnel) { return setup.tunnels[tunnel].flags; };
  const abi::mpr::MPR_SERVER_1 older = {ports(Tunnel::pptp), flags(Tunnel::pptp),
                                        ports(Tunnel::l2tp), flags(Tunnel::l2tp)};
  switch (level) {
    case 0:
      return give(state);
    case 1:
      return give(older);
    default:
      return give(abi::mpr::MPR_SERVER_2{older.dwNumPptpPorts, older.dwPptpPortFlags,
                                         older.dwNumL2tpPorts, older.dwL2tpPortFlags,
                                         ports(Tunnel::sstp), flags(Tunnel::sstp)});
  }
}

}  // namespace rras::simulator
