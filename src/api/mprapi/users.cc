// The dial-in rights of accounts. The functions take no handle but the name of the machine that
// keeps the accounts.
#include <algorithm>

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/unknown_level.h"
#include "records/user_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;

// RasAdminUserGetInfo and RasAdminUserSetInfo take three arguments, not four, so they are never
// called.
constexpr FunctionOfDll<abi::mpr::UserGetInfo> kUserGetInfo{"MprAdminUserGetInfo"};
constexpr FunctionOfDll<abi::mpr::UserSetInfo> kUserSetInfo{"MprAdminUserSetInfo"};

// The caller's buffer, larger than the struct of any level.
struct UserBuffer {
  mpr::RAS_USER_1 user{};
  BYTE room[256] = {};

  BYTE* bytes() { return reinterpret_cast<BYTE*>(this); }
};

bool is_unknown_level(const Outcome& outcome) {
  return judge(Levels::user, outcome) != LevelAnswer::other;
}

Outcome get_user(MprServer& server, const Name& keeper, const std::u16string& user,
                 Answer& answer) {
  Outcome outcome;
  for (DWORD level : {1U, 0U}) {
    UserBuffer buffer;
    outcome = server.ask(server.functions[kUserGetInfo], pointer_to(keeper), user.c_str(), level,
                         buffer.bytes());
    if (outcome.succeeded()) {
      // Level 1 begins with the fields of level 0.
      answer.tables.add(
          records::kUser,
          records::User{level, buffer.user.bfPrivilege, shared::bounded(buffer.user.wszPhoneNumber),
                        level == 1 ? buffer.user.bfPrivilege2 : BYTE{0}});
    }
    if (!is_unknown_level(outcome)) break;
  }
  return outcome;
}

Outcome set_user(MprServer& server, const Name& keeper, const std::u16string& user,
                 const DialInRights& rights) {
  const auto& function = server.functions[kUserSetInfo];
  UserBuffer buffer;
  // There must be room for a terminator.
  if (rights.phone_number.size() >= std::size(buffer.user.wszPhoneNumber)) {
    return concluded(abi::status::ERROR_INVALID_PARAMETER, function.name);
  }
  buffer.user.bfPrivilege = rights.privilege;
  std::copy(rights.phone_number.begin(), rights.phone_number.end(), buffer.user.wszPhoneNumber);
  buffer.user.bfPrivilege2 = rights.privilege2;
  const DWORD level = rights.level.value_or(1);
  Outcome outcome = server.act(function, pointer_to(keeper), user.c_str(), level, buffer.bytes());
  // Level 0 has no privilege2, and setting only the rest must not count as a success.
  if (!rights.level && is_unknown_level(outcome) && rights.privilege2 == 0) {
    outcome = server.act(function, pointer_to(keeper), user.c_str(), DWORD{0}, buffer.bytes());
  }
  return outcome;
}

}  // namespace

std::vector<Operation> user_operations() {
  return {{"getUser", bind<get_user>, {&kUserGetInfo}},
          {"setUser", bind<set_user>, {&kUserSetInfo}}};
}

}  // namespace rras::api::mprapi
