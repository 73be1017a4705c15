// User accounts, as far as they are about dialling in.
#pragma once

#include <cstdint>
#include <map>

#include "simulator/text.h"

namespace rras::simulator {

// The numbers of bfPrivilege and bfPrivilege2, which are the same in every dialect.
namespace privilege {
constexpr std::uint8_t no_callback = 1;
constexpr std::uint8_t preset_callback = 2;
constexpr std::uint8_t caller_sets_callback = 4;
constexpr std::uint8_t any_callback = 7;
constexpr std::uint8_t dial_in = 8;
}  // namespace privilege

struct Account {
  Text name;
  std::uint8_t privilege = privilege::no_callback;
  std::uint8_t privilege2 = 0;
  // May be as long as the API's array, and then has no terminator there.
  Text phone_number;
};

class Accounts {
 public:
  // A Mistake if there is one of this name.
  Account& add(Account account);
  // nullptr if there is none. Names are compared without case.
  Account* find(TextView name);
  bool remove(TextView name);
  // By name without case, in that order.
  const std::map<Text, Account>& all() const { return accounts_; }

 private:
  std::map<Text, Account> accounts_;
};

}  // namespace rras::simulator
