#include "simulator/stored_configuration.h"

#include <utility>

#include "abi/mprapi/transports.h"
#include "simulator/server.h"

namespace rras::simulator {

namespace {

template <typename Thing>
bool has_handle(const Thing& thing, abi::HANDLE handle) {
  return thing.handle == reinterpret_cast<std::uintptr_t>(handle);
}

// What the reference page says for a transport that is added without a name.
Text default_transport_name(std::uint32_t id) {
  if (id == abi::mpr::PID_IP) return u"IP";
  if (id == abi::mpr::PID_IPX) return u"IPX";
  return decimal(id);
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

StoredInterface& StoredConfiguration::add_interface(StoredInterface one) {
  one.handle = next_handle();
  return interfaces.emplace_back(std::move(one));
}

void StoredConfiguration::remove_interface(const StoredInterface& one) {
  interfaces.remove_if([&](const StoredInterface& each) { return &each == &one; });
}

StoredInterfaceTransport& StoredConfiguration::put_transport(StoredInterface& one, std::uint32_t id,
                                                             StoredBlock info) {
  const auto [found, is_new] = one.transports.try_emplace(id);
  StoredInterfaceTransport& transport = found->second;
  if (is_new) {
    transport.handle = next_handle();
    transport.name = default_transport_name(id);
  }
  transport.info = std::move(info);
  return transport;
}

void StoredConfiguration::assign(const StoredConfiguration& other) {
  transports = other.transports;
  interfaces = other.interfaces;
  filters = other.filters;
  phone_book_is_gone = other.phone_book_is_gone;
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
  follow_stored_interfaces();
}

// What an interface has that is not stored stays with its name: its entry in the phone book, and
// how the other router behaves.
void Server::follow_stored_interfaces() {
  const bool phone_book_is_gone = std::exchange(stored.phone_book_is_gone, false);
  std::vector<Interface*> gone;
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    if (stored.interface_by_name(interfaces_[i].name) == nullptr) gone.push_back(&interfaces_[i]);
  }
  for (Interface* each : gone) shelve_interface(*each);
  for (const StoredInterface& each : stored.interfaces) {
    Interface* running = interface_by_name(each.name);
    if (running == nullptr) running = &interfaces_.add(from_phone_book(each.name));
    if (phone_book_is_gone) running->forget_entry();
    running->type = each.type;
    running->enabled = each.enabled;
    running->hours = each.hours;
    running->custom_info = each.custom_info;
    running->transports.clear();
    for (const auto& [id, transport] : each.transports) running->transports[id] = transport.info;
  }
  if (phone_book_is_gone) phone_book_.clear();
}

void Server::shelve_interface(Interface& one) {
  const Ordinal ordinal = one.ordinal;
  if (is_demand_dial(one)) phone_book_.insert_or_assign(folded(one.name), std::move(one));
  interfaces_.remove(ordinal);
}

Interface Server::from_phone_book(TextView wanted) {
  auto found = phone_book_.extract(folded(wanted));
  Interface one;
  if (!found.empty()) one = std::move(found.mapped());
  one.name = wanted;
  return one;
}

void Server::store_interface(const Interface& one, Text friendly_name) {
  if (stored.interface_by_name(one.name) != nullptr) {
    throw Mistake::exists(u"The interface " + one.name + u" is stored already");
  }
  StoredInterface& made = stored.add_interface({});
  made.name = one.name;
  made.friendly_name = std::move(friendly_name);
  made.type = one.type;
  made.enabled = one.enabled;
  made.hours = one.hours;
  store_transports(one, made);
}

void Server::store_transports(const Interface& one, StoredInterface& into) {
  into.transports.clear();
  for (const auto& [id, info] : one.transports) stored.put_transport(into, id, info);
}

void Server::set_transport(std::uint32_t id, Transport blocks) {
  StoredTransport& transport = stored.transports[id];
  if (transport.handle == 0) transport.handle = stored.next_handle();
  transport.global_info = blocks.global_info;
  transport.client_interface_info = blocks.client_interface_info;
  transports[id] = std::move(blocks);
}

}  // namespace rras::simulator
