#include "simulator/accounts.h"

#include <utility>

#include "simulator/mistake.h"

namespace rras::simulator {

Account& Accounts::add(Account account) {
  Text key = folded(account.name);
  if (accounts_.count(key) > 0) {
    throw Mistake::exists(u"The user " + account.name + u" already exists");
  }
  return accounts_.emplace(std::move(key), std::move(account)).first->second;
}

Account* Accounts::find(TextView name) {
  const auto found = accounts_.find(folded(name));
  return found == accounts_.end() ? nullptr : &found->second;
}

bool Accounts::remove(TextView name) {
  return accounts_.erase(folded(name)) > 0;
}

}  // namespace rras::simulator
