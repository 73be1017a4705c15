// Users' dial-in settings, and which machine holds them.
#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include "simulator/call_by_domain.h"
#include "simulator/dial_in_settings.h"
#include "simulator/rassapi/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

struct AccountAnswer {
  DWORD status;
  Account* account;
};

AccountAnswer find_account(const Callee& callee, const WCHAR* user, const void* settings) {
  Server& server = *callee.server;
  if (server.denied) {
    return {status::ERROR_ACCESS_DENIED, nullptr};
  }
  if (user == nullptr || settings == nullptr) {
    return {status::ERROR_INVALID_PARAMETER, nullptr};
  }
  Account* account = callee.world->directory().accounts_of(server).find(user);
  return {account == nullptr ? server.quirks.unknown_user : status::SUCCESS, account};
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminGetUserAccountServer(
    const WCHAR* lpszDomain, const WCHAR* lpszServer, WCHAR* lpszUserAccountServer) {
  return call_by_domain(lpszDomain, lpszServer, RRAS_NAME(GetUserAccountServer),
                        CallArguments({{"lpszDomain", lpszDomain}, {"lpszServer", lpszServer}}),
                        [&](const DomainCallee& callee) -> DWORD {
                          return give_accounts_server(callee, lpszUserAccountServer);
                        });
}
RRAS_EXPORTED(GetUserAccountServer);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RasAdminUserGetInfo(const WCHAR* lpszUserAccountServer,
                                                              const WCHAR* lpszUser,
                                                              rassapi::RAS_USER_0* pRasUser0) {
  return call_by_address(lpszUserAccountServer, RRAS_NAME(UserGetInfo),
                         CallArguments({{"lpszUser", lpszUser}}),
                         [&](const Callee& callee) -> DWORD {
                           const AccountAnswer found = find_account(callee, lpszUser, pRasUser0);
                           if (found.account != nullptr) {
                             *pRasUser0 = {};
                             pRasUser0->bfPrivilege = found.account->privilege;
                             copy_text(pRasUser0->szPhoneNumber, found.account->phone_number);
                           }
                           return found.status;
                         });
}
RRAS_EXPORTED(UserGetInfo);

// The number is checked only if the server would dial it.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
RasAdminUserSetInfo(const WCHAR* lpszUserAccountServer, const WCHAR* lpszUser,
                    const rassapi::RAS_USER_0* pRasUser0) {
  return call_by_address(
      lpszUserAccountServer, RRAS_NAME(UserSetInfo), CallArguments({{"lpszUser", lpszUser}}),
      [&](const Callee& callee) -> DWORD {
        const AccountAnswer found = find_account(callee, lpszUser, pRasUser0);
        if (found.account == nullptr) {
          return found.status;
        }
        const DWORD invalid_privilege = callee.server->quirks.invalid_privilege;
        if (!has_callback(pRasUser0->bfPrivilege) && invalid_privilege != status::SUCCESS) {
          return invalid_privilege;
        }
        const TextView number = bounded(pRasUser0->szPhoneNumber);
        const bool dialled = (pRasUser0->bfPrivilege & privilege::preset_callback) != 0;
        if (dialled && !is_callback_number(number)) {
          return status::ERROR_INVALID_CALLBACK_NUMBER;
        }
        found.account->privilege = pRasUser0->bfPrivilege;
        found.account->phone_number = number;
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(UserSetInfo);

#endif
