// A Windows domain: its controllers, its accounts, and the machines that are registered in it as
// RAS servers.
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
  // The names of the registered machines, keyed by the name in lower case.
  std::map<Text, Text> ras_servers;
  bool reachable = true;
  // Whether the caller is a user of the domain.
  bool accepts_caller = true;
};

class Directory {
 public:
  // Throws a Mistake if a domain of this name exists.
  Domain& add(Text name, std::vector<const Server*> controllers);
  // nullptr if there is none. The comparison ignores case.
  Domain* find(TextView name) const;
  Domain& at(std::size_t index) const { return *domains_.at(index); }
  std::size_t size() const { return domains_.size(); }
  // The domain that the server is a controller of; nullptr if it is not a controller.
  Domain* controlled_by(const Server& server) const;
  // The accounts that a machine holds. A controller holds those of its domain.
  Accounts& accounts_of(Server& server) const;

 private:
  std::vector<std::unique_ptr<Domain>> domains_;
};

// The domain that a machine is in, or the status that says why it is not.
struct Membership {
  abi::DWORD status;
  Domain* domain;
};

// The domain of that name; for an empty name, the domain of the machine. `machine` is nullptr if
// the machine that the call named does not exist.
Membership membership(const Directory& directory, TextView domain, const Server* machine);

// The name of the machine that holds the accounts of a domain or of a machine, or the status that
// says why there is none.
struct AccountsServer {
  abi::DWORD status;
  Text name;
};
AccountsServer accounts_server(const Directory& directory, TextView domain, const Server* machine);

}  // namespace rras::simulator
