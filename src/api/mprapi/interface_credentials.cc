// What an interface is authenticated with at the other router: a user's name and password, EAP data
// and a pre-shared key. Every copy of a secret that the addon can reach in native memory is wiped,
// even in the DLL's block; copies inside RPC and the DLL are out of reach.
#include <cstring>

#include "api/mprapi/interface_reading.h"
#include "api/mprapi/secret_block.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;
using abi::WCHAR;

constexpr FunctionOfDll<abi::mpr::InterfaceGetCredentials> kInterfaceGetCredentials{
    "MprAdminInterfaceGetCredentials"};
constexpr FunctionOfDll<abi::mpr::InterfaceSetCredentials> kInterfaceSetCredentials{
    "MprAdminInterfaceSetCredentials"};
constexpr FunctionOfDll<abi::mpr::InterfaceGetCredentialsEx> kInterfaceGetCredentialsEx{
    "MprAdminInterfaceGetCredentialsEx"};
constexpr FunctionOfDll<abi::mpr::InterfaceSetCredentialsEx> kInterfaceSetCredentialsEx{
    "MprAdminInterfaceSetCredentialsEx"};

// No credentials are larger. A far larger length is an error.
constexpr DWORD kLargestCredentials = 1u << 20;

// The pages ask for UNLEN, PWLEN and DNLEN characters and a terminator. There is more room here, in
// case a function writes longer texts, and everything is wiped.
class SecretText {
 public:
  SecretText() = default;
  ~SecretText() { shared::wipe(characters_, sizeof characters_); }
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;

  // UTF-16 in memory order. False if it does not fit.
  bool take(const Secret& bytes, std::size_t most) {
    if (bytes.size() % sizeof(WCHAR) != 0 || bytes.size() > most * sizeof(WCHAR)) return false;
    if (bytes.size() > 0) std::memcpy(characters_, bytes.data(), bytes.size());
    return true;
  }

  WCHAR* characters() { return characters_; }
  std::u16string_view text() const { return shared::bounded(characters_); }
  Secret secret() const {
    return {reinterpret_cast<const BYTE*>(characters_), text().size() * sizeof(WCHAR)};
  }

 private:
  WCHAR characters_[1024] = {};
};

// These functions take a name. What is given by its handle is read first, so that a handle that has
// got another interface does not lead to the wrong credentials.
Outcome name_of_interface(MprServer& server, const InterfaceTarget& target, Name& name,
                          Answer& answer) {
  if (!target.handle) {
    name = target.name;
    return {};
  }
  HANDLE handle = nullptr;
  auto now = server.buffer<mpr::MPR_INTERFACE_0>();
  Outcome outcome = read_interface(server, target, handle, now, answer);
  if (outcome.succeeded()) name = shared::bounded(now.get()->wszInterfaceName);
  return outcome;
}

Outcome get_interface_credentials(MprServer& server, const InterfaceTarget& target,
                                  Answer& answer) {
  const auto& function = server.functions[kInterfaceGetCredentials];
  if (!function.exported()) return function.lacking();
  Name name;
  Outcome outcome = name_of_interface(server, target, name, answer);
  if (!outcome.succeeded()) return outcome;
  SecretText user;
  SecretText password;
  SecretText domain;
  // The password comes before the domain; the function that sets them has it last.
  outcome = server.ask(function, pointer_to(server.name), pointer_to(name), user.characters(),
                       password.characters(), domain.characters());
  if (!outcome.succeeded()) return outcome;
  answer.tables.add(records::kInterfaceCredentials,
                    records::InterfaceCredentials{user.text(), domain.text()});
  answer.secret.emplace(password.secret());
  return outcome;
}

// A part that is left out stays. Without any, all are removed.
Outcome set_interface_credentials(MprServer& server, const InterfaceTarget& target, Name& user,
                                  Name& domain, DWORD has_password, const Secret& password,
                                  Answer& answer) {
  const auto& function = server.functions[kInterfaceSetCredentials];
  if (!function.exported()) return function.lacking();
  Name name;
  Outcome outcome = name_of_interface(server, target, name, answer);
  if (!outcome.succeeded()) return outcome;
  SecretText text;
  if (!text.take(password, mpr::PWLEN)) {
    return concluded(status::ERROR_INVALID_PARAMETER, function.name);
  }
  return server.act(function, pointer_to(server.name), pointer_to(name), pointer_to(user),
                    pointer_to(domain), has_password == 0 ? nullptr : text.characters());
}

// Level 0 has the EAP data, level 1 the pre-shared key, in structs of one shape.
Outcome get_interface_credentials_ex(MprServer& server, const InterfaceTarget& target, DWORD level,
                                     Answer& answer) {
  const auto& function = server.functions[kInterfaceGetCredentialsEx];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  if (!outcome.succeeded()) return outcome;
  auto credentials = server.buffer<mpr::MPR_CREDENTIALSEX_0>();
  outcome = server.read(credentials, function, server.handle, handle, level);
  if (!outcome.succeeded()) return outcome;
  take_secret(credentials, kLargestCredentials, outcome, answer);
  return outcome;
}

Outcome set_interface_credentials_ex(MprServer& server, const InterfaceTarget& target, DWORD level,
                                     Secret& secret, Answer& answer) {
  const auto& function = server.functions[kInterfaceSetCredentialsEx];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  if (!outcome.succeeded()) return outcome;
  mpr::MPR_CREDENTIALSEX_0 credentials{static_cast<DWORD>(secret.size()),
                                       secret.size() > 0 ? secret.data() : nullptr};
  return server.act(function, server.handle, handle, level, reinterpret_cast<BYTE*>(&credentials));
}

}  // namespace

std::vector<Operation> interface_credential_operations() {
  return {{"getInterfaceCredentials", bind<get_interface_credentials>, {&kInterfaceGetCredentials}},
          {"setInterfaceCredentials", bind<set_interface_credentials>, {&kInterfaceSetCredentials}},
          {"getInterfaceCredentialsEx",
           bind<get_interface_credentials_ex>,
           {&kInterfaceGetCredentialsEx}},
          {"setInterfaceCredentialsEx",
           bind<set_interface_credentials_ex>,
           {&kInterfaceSetCredentialsEx}}};
}

}  // namespace rras::api::mprapi
