// What accounts may do when they dial in: no level and three arguments, where mprapi has a level
// and four.
#include <algorithm>
#include <iterator>

#include "api/rassapi/rassapi_server.h"
#include "records/user_record.h"

namespace rras::api::rassapi {

namespace {

namespace old = abi::rassapi;

}  // namespace

Outcome RassapiServer::get_user(const Name& server, const std::u16string& user,
                                records::Tables& answer) {
  old::RAS_USER_0 raw{};
  Outcome outcome = ask(functions_.user_get_info, pointer_to(server), user.c_str(), &raw);
  if (outcome.succeeded()) {
    answer.add(records::kUser,
               records::User{0, raw.bfPrivilege, records::bounded(raw.szPhoneNumber), 0});
  }
  return outcome;
}

Outcome RassapiServer::set_user(const Name& server, const std::u16string& user,
                                const DialInRights& rights) {
  const auto& function = functions_.user_set_info;
  old::RAS_USER_0 raw{};
  if (rights.phone_number.size() >= std::size(raw.szPhoneNumber)) {
    return {Verdict::answered, abi::status::ERROR_INVALID_PARAMETER, function.name};
  }
  // There is no place for what only level 1 holds: to set the rest and call it done would be a lie.
  if (rights.level.value_or(0) != 0 || rights.privilege2 != 0) {
    return {Verdict::answered, abi::status::ERROR_INVALID_LEVEL, function.name};
  }
  raw.bfPrivilege = rights.privilege;
  std::copy(rights.phone_number.begin(), rights.phone_number.end(), raw.szPhoneNumber);
  return ask(function, pointer_to(server), user.c_str(), &raw);
}

}  // namespace rras::api::rassapi
