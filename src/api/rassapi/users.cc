// The dial-in rights of accounts. The functions have three arguments and no level; those of mprapi
// have four with a level.
#include <algorithm>
#include <iterator>

#include "api/rassapi/rassapi_server.h"
#include "records/user_record.h"

namespace rras::api::rassapi {

namespace {

namespace old = abi::rassapi;

constexpr FunctionOfDll<abi::rassapi::UserGetInfo> kUserGetInfo{"RasAdminUserGetInfo"};
constexpr FunctionOfDll<abi::rassapi::UserSetInfo> kUserSetInfo{"RasAdminUserSetInfo"};

Outcome get_user(RassapiServer& server, const Name& keeper, const std::u16string& user,
                 Answer& answer) {
  old::RAS_USER_0 raw{};
  Outcome outcome =
      server.ask(server.functions[kUserGetInfo], pointer_to(keeper), user.c_str(), &raw);
  if (outcome.succeeded()) {
    answer.tables.add(records::kUser,
                      records::User{0, raw.bfPrivilege, shared::bounded(raw.szPhoneNumber), 0});
  }
  return outcome;
}

Outcome set_user(RassapiServer& server, const Name& keeper, const std::u16string& user,
                 const DialInRights& rights) {
  const auto& function = server.functions[kUserSetInfo];
  old::RAS_USER_0 raw{};
  if (rights.phone_number.size() >= std::size(raw.szPhoneNumber)) {
    return concluded(abi::status::ERROR_INVALID_PARAMETER, function.name);
  }
  // The struct has no place for the fields of level 1, and setting only the rest must not count as
  // a success.
  if (rights.level.value_or(0) != 0 || rights.privilege2 != 0) {
    return concluded(abi::status::ERROR_INVALID_LEVEL, function.name);
  }
  raw.bfPrivilege = rights.privilege;
  std::copy(rights.phone_number.begin(), rights.phone_number.end(), raw.szPhoneNumber);
  return server.act(function, pointer_to(keeper), user.c_str(), &raw);
}

}  // namespace

std::vector<Operation> user_operations() {
  return {{"getUser", bind<get_user>, {&kUserGetInfo}},
          {"setUser", bind<set_user>, {&kUserSetInfo}}};
}

}  // namespace rras::api::rassapi
