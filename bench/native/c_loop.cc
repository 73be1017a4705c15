#include "c_loop.h"

#include <cstring>

#include "abi/status.h"

namespace rras::bench {

namespace {

namespace mpr = abi::mpr;

std::size_t size_at(abi::DWORD level) {
  switch (level) {
    case 0:
      return sizeof(mpr::RAS_CONNECTION_0);
    case 1:
      return sizeof(mpr::RAS_CONNECTION_1);
    case 2:
      return sizeof(mpr::RAS_CONNECTION_2);
    default:
      return sizeof(mpr::RAS_CONNECTION_3);
  }
}

}  // namespace

std::optional<std::size_t> CLoop::ports(const Server& server) {
  mpr::RAS_PORT_0* ports = nullptr;
  abi::DWORD count = 0;
  if (server.enum_ports(ports, count) != abi::status::SUCCESS) return std::nullopt;
  return take(server, ports, count, sizeof *ports);
}

std::optional<std::size_t> CLoop::connections_ex(const Server& server) {
  mpr::RAS_CONNECTION_EX* connections = nullptr;
  abi::DWORD count = 0;
  if (server.enum_connections_ex(connections, count) != abi::status::SUCCESS) return std::nullopt;
  return take(server, connections, count, sizeof *connections);
}

std::optional<std::size_t> CLoop::connections(const Server& server, abi::DWORD level) {
  abi::BYTE* connections = nullptr;
  abi::DWORD count = 0;
  if (server.enum_connections(level, connections, count) != abi::status::SUCCESS) {
    return std::nullopt;
  }
  return take(server, connections, count, size_at(level));
}

std::size_t CLoop::take(const Server& server, void* buffer, abi::DWORD count, std::size_t size) {
  if (copy_.size() < count * size) copy_.resize(count * size);
  if (count > 0) std::memcpy(copy_.data(), buffer, count * size);
  server.free(buffer);
  return count;
}

}  // namespace rras::bench
