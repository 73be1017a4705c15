#include "simulator/stored_configuration.h"

#include "simulator/server.h"

namespace rras::simulator {

namespace {

template <typename Thing>
bool has_handle(const Thing& thing, abi::HANDLE handle) {
  return thing.handle == reinterpret_cast<std::uintptr_t>(handle);
}

}  // namespace

std::optional<std::uint32_t> StoredConfiguration::transport_id(abi::HANDLE handle) const {
  for (const auto& [id, transport] : transports) {
    if (has_handle(transport, handle)) return id;
  }
  return std::nullopt;
}

StoredInterface* StoredConfiguration::interface_by_handle(abi::HANDLE handle) {
  for (StoredInterface& each : interfaces) {
    if (has_handle(each, handle)) return &each;
  }
  return nullptr;
}

StoredInterface* StoredConfiguration::interface_by_name(TextView name) {
  for (StoredInterface& each : interfaces) {
    if (folded(each.name) == folded(name)) return &each;
  }
  return nullptr;
}

void StoredConfiguration::assign(const StoredConfiguration& other) {
  transports = other.transports;
  interfaces = other.interfaces;
  filters = other.filters;
  for (auto& [id, transport] : transports) transport.handle = next_handle();
  for (StoredInterface& each : interfaces) {
    each.handle = next_handle();
    for (auto& [id, transport] : each.transports) transport.handle = next_handle();
  }
}

void Server::follow_stored_configuration() {
  lan_only = stored.lan_only.value_or(lan_only);
  stored.lan_only.reset();
  transports.clear();
  for (const auto& [id, transport] : stored.transports) {
    transports[id] = {transport.global_info, transport.client_interface_info};
  }
}

void Server::set_transport(std::uint32_t id, Transport blocks) {
  StoredTransport& transport = stored.transports[id];
  if (transport.handle == 0) transport.handle = stored.next_handle();
  transport.global_info = blocks.global_info;
  transport.client_interface_info = blocks.client_interface_info;
  transports[id] = std::move(blocks);
}

}  // namespace rras::simulator
