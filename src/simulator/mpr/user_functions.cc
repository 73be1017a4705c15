// Users' dial-in settings. The functions take no handle but the name of the machine that holds the
// accounts; the service need not run there.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/dial_in_settings.h"
#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

constexpr DWORD highest_level = 1;

struct AccountAnswer {
  DWORD status;
  Account* account;
};

AccountAnswer find_account(const Callee& callee, const WCHAR* user, DWORD level,
                           const void* buffer) {
  Server& server = *callee.server;
  if (server.denied) {
    return {status::ERROR_ACCESS_DENIED, nullptr};
  }
  if (user == nullptr || buffer == nullptr) {
    return {status::ERROR_INVALID_PARAMETER, nullptr};
  }
  if (level > highest_level) {
    return {status::ERROR_INVALID_LEVEL, nullptr};
  }
  Account* account = callee.world->directory().accounts_of(server).find(user);
  return {account == nullptr ? status::ERROR_NO_SUCH_USER : status::SUCCESS, account};
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminUserGetInfo(const WCHAR* lpszServer,
                                                              const WCHAR* lpszUser, DWORD dwLevel,
                                                              BYTE* lpbBuffer) {
  return call_by_address(lpszServer, RRAS_NAME(UserGetInfo),
                         CallArguments({{"lpszUser", lpszUser}, {"dwLevel", dwLevel}}),
                         [&](const Callee& callee) -> DWORD {
                           const AccountAnswer found =
                               find_account(callee, lpszUser, dwLevel, lpbBuffer);
                           if (found.account == nullptr) {
                             return found.status;
                           }
                           auto& info = *reinterpret_cast<mpr::RAS_USER_0*>(lpbBuffer);
                           info = {};
                           info.bfPrivilege = found.account->privilege;
                           copy_text(info.wszPhoneNumber, found.account->phone_number);
                           if (dwLevel == 1) {
                             auto& more = *reinterpret_cast<mpr::RAS_USER_1*>(lpbBuffer);
                             more.bfPrivilege2 = found.account->privilege2;
                           }
                           return status::SUCCESS;
                         });
}
RRAS_EXPORTED(UserGetInfo);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminUserSetInfo(const WCHAR* lpszServer,
                                                              const WCHAR* lpszUser, DWORD dwLevel,
                                                              BYTE* lpbBuffer) {
  return call_by_address(
      lpszServer, RRAS_NAME(UserSetInfo),
      CallArguments({{"lpszUser", lpszUser}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        const AccountAnswer found = find_account(callee, lpszUser, dwLevel, lpbBuffer);
        if (found.account == nullptr) {
          return found.status;
        }
        const auto& info = *reinterpret_cast<const mpr::RAS_USER_0*>(lpbBuffer);
        if (!has_callback(info.bfPrivilege) &&
            callee.server->quirks.invalid_privilege != status::SUCCESS) {
          return callee.server->quirks.invalid_privilege;
        }
        found.account->privilege = info.bfPrivilege;
        found.account->phone_number = bounded(info.wszPhoneNumber);
        if (dwLevel == 1) {
          const auto& more = *reinterpret_cast<const mpr::RAS_USER_1*>(lpbBuffer);
          found.account->privilege2 = more.bfPrivilege2;
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(UserSetInfo);

#endif
