// A Windows domain: its controllers, the accounts that they hold, and the machines that are
// registered in it as RAS servers.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/accounts.h"
#include "simulator/text.h"

namespace rras::simulator {

class Server;

struct Domain {
  Text name;
  std::vector<const Server*> controllers;
  Accounts accounts;
  // The names of the registered machines, by name without case.
  std::map<Text, Text> ras_servers;
  bool reachable = true;
  // Whether who calls is a user of the domain.
  bool accepts_caller = true;
};

class Directory {
 public:
  // A Mistake if there is one of this name.
  Domain& add(Text name, std::vector<const Server*> controllers);
  // nullptr if there is none. Names are compared without case.
  Domain* find(TextView name) const;
  Domain& at(std::size_t index) const { return *domains_.at(index); }
  std::size_t size() const { return domains_.size(); }
  // The domain that the server is a controller of; nullptr if it is none.
  Domain* controlled_by(const Server& server) const;
  // The accounts that a machine holds: a controller those of its domain.
  Accounts& accounts_of(Server& server) const;

 private:
  std::vector<std::unique_ptr<Domain>> domains_;
};

// A machine in a domain, or the status that says why it is not there.
struct Membership {
  abi::DWORD status;
  Domain* domain;
};

// The domain of that name, or without a name the machine's; `machine` is nullptr if no machine has
// the name that was asked for.
Membership membership(const Directory& directory, TextView domain, const Server* machine);

// The name of a machine that holds the accounts of a domain or, without one, of a machine; or the
// status that says why there is none.
struct AccountsServer {
  abi::DWORD status;
  Text name;
};
AccountsServer accounts_server(const Directory& directory, TextView domain, const Server* machine);

}  // namespace rras::simulator
