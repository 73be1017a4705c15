// What accounts may do when they dial in. The functions need no server handle: they name the
// machine that keeps the accounts. Their RasAdmin names are never called: those take three
// arguments.
#include <algorithm>

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/unknown_level.h"
#include "records/user_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;

// The caller's, and larger than any struct that the function may take its level for.
struct UserBuffer {
  mpr::RAS_USER_1 user{};
  BYTE room[256] = {};

  BYTE* bytes() { return reinterpret_cast<BYTE*>(this); }
};

bool is_unknown_level(const Outcome& outcome) {
  return judge(Levels::user, outcome) != LevelAnswer::other;
}

}  // namespace

Outcome MprServer::get_user(const Name& server, const std::u16string& user,
                            records::Tables& answer) {
  Outcome outcome;
  for (DWORD level : {1U, 0U}) {
    UserBuffer buffer;
    outcome =
        ask(functions_.user_get_info, pointer_to(server), user.c_str(), level, buffer.bytes());
    if (outcome.succeeded()) {
      // Level 0 is how level 1 begins.
      answer.add(records::kUser, records::User{level, buffer.user.bfPrivilege,
                                               records::bounded(buffer.user.wszPhoneNumber),
                                               level == 1 ? buffer.user.bfPrivilege2 : BYTE{0}});
    }
    if (!is_unknown_level(outcome)) break;
  }
  return outcome;
}

Outcome MprServer::set_user(const Name& server, const std::u16string& user,
                            const DialInRights& rights) {
  const auto& function = functions_.user_set_info;
  UserBuffer buffer;
  // Room for a terminator is kept.
  if (rights.phone_number.size() >= std::size(buffer.user.wszPhoneNumber)) {
    return {Verdict::answered, abi::status::ERROR_INVALID_PARAMETER, function.name};
  }
  buffer.user.bfPrivilege = rights.privilege;
  std::copy(rights.phone_number.begin(), rights.phone_number.end(), buffer.user.wszPhoneNumber);
  buffer.user.bfPrivilege2 = rights.privilege2;
  const DWORD level = rights.level.value_or(1);
  Outcome outcome = ask(function, pointer_to(server), user.c_str(), level, buffer.bytes());
  // Level 0 cannot hold privilege2: to set the rest and call it done would be a lie.
  if (!rights.level && is_unknown_level(outcome) && rights.privilege2 == 0) {
    outcome = ask(function, pointer_to(server), user.c_str(), DWORD{0}, buffer.bytes());
  }
  return outcome;
}

}  // namespace rras::api::mprapi
