// Accounts, as JavaScript asks for them.
#include "addon/call.h"

namespace rras::addon {

namespace {

using api::Name;

// (ticket, connection, server?, user)
Napi::Value GetUser(const Napi::CallbackInfo& info) {
  Call call(info);
  Name at = call.arguments.optional_text(2);
  std::u16string user = call.arguments.text(3);
  return call.for_tables([at, user](api::Server& server, records::Tables& answer) {
    return server.get_user(at, user, answer);
  });
}

// (ticket, connection, server?, user, level?, privilege, phoneNumber, privilege2)
Napi::Value SetUser(const Napi::CallbackInfo& info) {
  Call call(info);
  Name at = call.arguments.optional_text(2);
  std::u16string user = call.arguments.text(3);
  api::DialInRights rights = call.arguments.dial_in_rights(4);
  return call.for_status(
      [at, user, rights](api::Server& server) { return server.set_user(at, user, rights); });
}

}  // namespace

void add_user_calls(Napi::Object exports) {
  add<GetUser>(exports, "getUser");
  add<SetUser>(exports, "setUser");
}

}  // namespace rras::addon
