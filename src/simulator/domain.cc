#include "simulator/domain.h"

#include <algorithm>
#include <utility>

#include "abi/status.h"
#include "simulator/mistake.h"
#include "simulator/server.h"

namespace rras::simulator {

using namespace abi;

Domain& Directory::add(Text name, std::vector<const Server*> controllers) {
  if (find(name) != nullptr) {
    throw Mistake::exists(u"The domain " + name + u" already exists");
  }
  auto domain = std::make_unique<Domain>();
  domain->name = std::move(name);
  domain->controllers = std::move(controllers);
  domains_.push_back(std::move(domain));
  return *domains_.back();
}

Domain* Directory::find(TextView name) const {
  const Text wanted = folded(name);
  const auto found = std::find_if(domains_.begin(), domains_.end(), [&](const auto& domain) {
    return folded(domain->name) == wanted;
  });
  return found == domains_.end() ? nullptr : found->get();
}

Domain* Directory::controlled_by(const Server& server) const {
  for (const auto& domain : domains_) {
    const auto& controllers = domain->controllers;
    if (std::find(controllers.begin(), controllers.end(), &server) != controllers.end()) {
      return domain.get();
    }
  }
  return nullptr;
}

Accounts& Directory::accounts_of(Server& server) const {
  Domain* domain = controlled_by(server);
  return domain == nullptr ? server.accounts : domain->accounts;
}

// No document gives the order of these checks.
Membership membership(const Directory& directory, TextView domain, const Server* machine) {
  Domain* asked = domain.empty() ? nullptr : directory.find(domain);
  if (!domain.empty() && (asked == nullptr || !asked->reachable)) {
    return {status::ERROR_DS_SERVER_DOWN, nullptr};
  }
  if (machine == nullptr) {
    return {status::ERROR_NOT_FOUND, nullptr};
  }
  if (machine->domain.empty()) {
    return {status::ERROR_NO_SUCH_DOMAIN, nullptr};
  }
  Domain* own = directory.find(machine->domain);
  Domain* meant = asked != nullptr ? asked : own;
  if (meant == nullptr || !meant->reachable) {
    return {status::ERROR_DS_SERVER_DOWN, nullptr};
  }
  if (!meant->accepts_caller) {
    return {status::ERROR_DS_OPERATIONS_ERROR, nullptr};
  }
  if (meant != own) {
    return {status::ERROR_NOT_FOUND, nullptr};
  }
  return {status::SUCCESS, meant};
}

AccountsServer accounts_server(const Directory& directory, TextView domain, const Server* machine) {
  if (domain.empty()) {
    if (machine == nullptr) {
      return {status::NERR_InvalidComputer, {}};
    }
    if (machine->domain.empty()) {
      return {status::SUCCESS, machine->name};
    }
    domain = machine->domain;
  }
  const Domain* meant = directory.find(domain);
  if (meant == nullptr || !meant->reachable || meant->controllers.empty()) {
    return {status::ERROR_NO_SUCH_DOMAIN, {}};
  }
  return {status::SUCCESS, meant->controllers.front()->name};
}

}  // namespace rras::simulator
