#include "server.h"

#include <utility>

#include "abi/status.h"
#include "shared/handles.h"

namespace rras::bench {

namespace {

constexpr abi::DWORD kEverything = 0xFFFFFFFF;

template <typename Pointer>
Pointer find(const os::SharedLibrary& library, const char* name) {
  return reinterpret_cast<Pointer>(library.find(name));
}

}  // namespace

Server::Server(os::SharedLibrary&& library)
    : library_(std::move(library)),
      connect_(find<abi::mpr::ServerConnect>(library_, "MprAdminServerConnect")),
      disconnect_(find<abi::mpr::ServerDisconnect>(library_, "MprAdminServerDisconnect")),
      buffer_free_(find<abi::mpr::BufferFree>(library_, "MprAdminBufferFree")),
      port_enum_(find<abi::mpr::PortEnum>(library_, "MprAdminPortEnum")),
      port_disconnect_(find<abi::mpr::PortDisconnect>(library_, "MprAdminPortDisconnect")),
      connection_enum_(find<abi::mpr::ConnectionEnum>(library_, "MprAdminConnectionEnum")),
      connection_enum_ex_(find<abi::mpr::ConnectionEnumEx>(library_, "MprAdminConnectionEnumEx")) {}

Server::~Server() {
  if (handle_ != nullptr) disconnect_(handle_);
}

bool Server::connect(std::optional<std::u16string> address) {
  if (connect_ == nullptr || disconnect_ == nullptr || buffer_free_ == nullptr ||
      port_enum_ == nullptr || port_disconnect_ == nullptr || connection_enum_ == nullptr ||
      connection_enum_ex_ == nullptr) {
    return false;
  }
  return connect_(address ? address->data() : nullptr, &handle_) == abi::status::SUCCESS;
}

abi::DWORD Server::enum_ports(abi::mpr::RAS_PORT_0*& ports, abi::DWORD& count) const {
  abi::DWORD total = 0;
  abi::DWORD resume = 0;
  return port_enum_(handle_, 0, shared::handle_of(shared::kEveryConnection),
                    reinterpret_cast<abi::BYTE**>(&ports), kEverything, &count, &total, &resume);
}

abi::DWORD Server::enum_connections_ex(abi::mpr::RAS_CONNECTION_EX*& connections,
                                       abi::DWORD& count) const {
  abi::mpr::MPRAPI_OBJECT_HEADER header = {abi::mpr::MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1,
                                           abi::mpr::MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT,
                                           sizeof(abi::mpr::RAS_CONNECTION_EX)};
  abi::DWORD total = 0;
  abi::DWORD resume = 0;
  return connection_enum_ex_(handle_, &header, kEverything, &count, &total, &connections, &resume);
}

abi::DWORD Server::enum_connections(abi::DWORD level, abi::BYTE*& connections,
                                    abi::DWORD& count) const {
  abi::DWORD total = 0;
  abi::DWORD resume = 0;
  return connection_enum_(handle_, level, &connections, kEverything, &count, &total, &resume);
}

abi::DWORD Server::disconnect_port(std::uint64_t handle) const {
  return port_disconnect_(handle_, shared::handle_of(handle));
}

}  // namespace rras::bench
