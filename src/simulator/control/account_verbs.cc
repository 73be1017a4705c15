// Verbs on user accounts. Two arguments say where the accounts are: whether in a domain or on a
// server, and the number of that domain or server.
#include "simulator/control/values.h"
#include "simulator/control/verbs.h"

namespace rras::simulator::verbs {

namespace {

Accounts& accounts(Scene& scene, const js::Call& call) {
  World& world = *scene.world;
  const std::size_t index = call[1].dword();
  return call[0].flag() ? world.directory().at(index).accounts
                        : world.directory().accounts_of(world.server(index));
}

void assign(Account& account, const js::Given& values) {
  account.privilege = static_cast<std::uint8_t>(values["privilege"].dword());
  account.privilege2 = static_cast<std::uint8_t>(values["privilege2"].dword());
  account.phone_number = values["phoneNumber"].text();
}

}  // namespace

napi_value add_user(Scene& scene, const js::Call& call) {
  Account account;
  account.name = call[2].text();
  assign(account, call[3]);
  accounts(scene, call).add(std::move(account));
  return js::undefined(call.env());
}

// Returns whether there is such a user.
napi_value set_user(Scene& scene, const js::Call& call) {
  Account* account = accounts(scene, call).find(call[2].text());
  if (account != nullptr) {
    assign(*account, call[3]);
  }
  return js::flag(call.env(), account != nullptr);
}

// Returns whether there was such a user.
napi_value remove_user(Scene& scene, const js::Call& call) {
  return js::flag(call.env(), accounts(scene, call).remove(call[2].text()));
}

napi_value users(Scene& scene, const js::Call& call) {
  const auto& all = accounts(scene, call).all();
  js::Array list(call.env(), all.size());
  for (const auto& [key, account] : all) {
    const js::Scope scope(call.env());
    js::Object user(call.env());
    user.set("name", js::text(call.env(), account.name));
    user.set("privilege", js::number(call.env(), account.privilege));
    user.set("privilege2", js::number(call.env(), account.privilege2));
    user.set("phoneNumber", js::text(call.env(), account.phone_number));
    list.append(user.value());
  }
  return list.value();
}

}  // namespace rras::simulator::verbs
