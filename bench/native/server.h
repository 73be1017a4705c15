// A server handle with plain C calls: no lanes, no dialects, no rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "abi/mprapi.h"
#include "os/shared_library.h"

namespace rras::bench {

class Server {
 public:
  explicit Server(os::SharedLibrary&& library);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // False if the library lacks a function or the server does not answer.
  bool connect(std::optional<std::u16string> address);

  // Reads all ports at once, into a buffer that the caller must free.
  abi::DWORD enum_ports(abi::mpr::RAS_PORT_0*& ports, abi::DWORD& count) const;

  // Reads all connections at once: at the level that Windows Server 2008 R2 brought, or at an older
  // one.
  abi::DWORD enum_connections_ex(abi::mpr::RAS_CONNECTION_EX*& connections,
                                 abi::DWORD& count) const;
  abi::DWORD enum_connections(abi::DWORD level, abi::BYTE*& connections, abi::DWORD& count) const;

  void free(void* buffer) const { buffer_free_(buffer); }

  abi::DWORD disconnect_port(std::uint64_t handle) const;

 private:
  const os::SharedLibrary library_;
  const abi::mpr::ServerConnect connect_;
  const abi::mpr::ServerDisconnect disconnect_;
  const abi::mpr::BufferFree buffer_free_;
  const abi::mpr::PortEnum port_enum_;
  const abi::mpr::PortDisconnect port_disconnect_;
  const abi::mpr::ConnectionEnum connection_enum_;
  const abi::mpr::ConnectionEnumEx connection_enum_ex_;
  abi::HANDLE handle_ = nullptr;
};

}  // namespace rras::bench
