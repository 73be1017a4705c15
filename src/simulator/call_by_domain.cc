#include "simulator/call_by_domain.h"

#include "simulator/server_name.h"

namespace rras::simulator {

DomainCallee find_by_domain(const char16_t* domain, const char16_t* machine) {
  Slots& slots = library_state().slots;
  Callee by_machine = slots.find(machine);
  Callee by_domain = slots.find(domain);
  DomainCallee callee;
  callee.domain = std::move(by_domain.asked);
  callee.machine = std::move(by_machine.asked);
  callee.machine_with_backslashes = by_machine.with_backslashes;
  // A name without a slot means slot 0, as NULL does; the other name may have a slot.
  const auto slot = [](const Callee& found) {
    return found.world == nullptr ? 0 : found.world->slot;
  };
  callee.world = slot(by_machine) >= slot(by_domain) ? by_machine.world : by_domain.world;
  if (callee.world != nullptr) {
    const auto lock = callee.world->lock();
    callee.server = callee.world->find_server(callee.machine);
  }
  return callee;
}

Server* answering(const DomainCallee& callee) {
  const auto lock = callee.world->lock();
  if (callee.server != nullptr) {
    return callee.server;
  }
  const Domain* domain = callee.world->directory().find(callee.domain);
  if (domain != nullptr && !domain->controllers.empty()) {
    return callee.world->find_server(domain->controllers.front()->name);
  }
  return callee.world->server_count() > 0 ? &callee.world->server(0) : nullptr;
}

abi::DWORD give_accounts_server(const DomainCallee& callee, char16_t* into) {
  if (into == nullptr || (callee.domain.empty() && callee.machine.empty())) {
    return abi::status::ERROR_INVALID_PARAMETER;
  }
  if (callee.domain.empty() && !callee.machine_with_backslashes) {
    return abi::status::NERR_InvalidComputer;
  }
  const AccountsServer found =
      accounts_server(callee.world->directory(), callee.domain, callee.server);
  if (found.status == abi::status::SUCCESS) {
    write_server_name(into, found.name);
  }
  return found.status;
}

}  // namespace rras::simulator
