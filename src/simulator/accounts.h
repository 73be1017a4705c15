// User accounts: only what concerns dialling in.
#pragma once

#include <cstdint>
#include <map>

#include "abi/mprapi/users.h"
#include "simulator/text.h"

namespace rras::simulator {

// The bits of bfPrivilege, which are the same in every dialect.
namespace privilege {
constexpr std::uint8_t no_callback = abi::mpr::RASPRIV_NoCallback;
constexpr std::uint8_t preset_callback = abi::mpr::RASPRIV_AdminSetCallback;
constexpr std::uint8_t caller_sets_callback = abi::mpr::RASPRIV_CallerSetCallback;
constexpr std::uint8_t any_callback = abi::mpr::RASPRIV_CallbackType;
constexpr std::uint8_t dial_in = abi::mpr::RASPRIV_DialinPrivilege;
}  // namespace privilege

struct Account {
  Text name;
  std::uint8_t privilege = privilege::no_callback;
  std::uint8_t privilege2 = 0;
  // May fill the API's array completely; the array then has no terminator.
  Text phone_number;
};

class Accounts {
 public:
  // Throws a Mistake if an account of this name exists.
  Account& add(Account account);
  // nullptr if there is none. The comparison ignores case.
  Account* find(TextView name);
  bool remove(TextView name);
  // Keyed and sorted by the name in lower case.
  const std::map<Text, Account>& all() const { return accounts_; }

 private:
  std::map<Text, Account> accounts_;
};

}  // namespace rras::simulator
