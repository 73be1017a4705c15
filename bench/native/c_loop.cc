#include "c_loop.h"

#include <cstring>

#include "abi/status.h"

namespace rras::bench {

std::optional<std::size_t> CLoop::once(const Server& server) {
  abi::mpr::RAS_PORT_0* ports = nullptr;
  abi::DWORD count = 0;
  if (server.enum_ports(ports, count) != abi::status::SUCCESS) return std::nullopt;
  if (copy_.size() < count) copy_.resize(count);
  if (count > 0) std::memcpy(copy_.data(), ports, count * sizeof(*ports));
  server.free(ports);
  return count;
}

}  // namespace rras::bench
