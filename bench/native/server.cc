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
      port_disconnect_(find<abi::mpr::PortDisconnect>(library_, "MprAdminPortDisconnect")) {}

Server::~Server() {
  if (handle_ != nullptr) disconnect_(handle_);
}

bool Server::connect(std::optional<std::u16string> address) {
  if (connect_ == nullptr || disconnect_ == nullptr || buffer_free_ == nullptr ||
      port_enum_ == nullptr || port_disconnect_ == nullptr) {
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

abi::DWORD Server::disconnect_port(std::uint64_t handle) const {
  return port_disconnect_(handle_, shared::handle_of(handle));
}

}  // namespace rras::bench
