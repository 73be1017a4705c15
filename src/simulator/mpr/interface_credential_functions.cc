// The credentials of an interface. Passwords and keys are kept as secrets, and no journal has them.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

constexpr DWORD largest_interface_key = 256;
constexpr DWORD largest_eap_data = 1u << 20;

struct NamedInterface {
  DWORD status;
  Interface* one;
};

// Credentials are in the phone book, so the service need not run.
NamedInterface find_phonebook_entry(const Callee& callee, const WCHAR* name) {
  if (callee.server->denied) {
    return {status::ERROR_ACCESS_DENIED, nullptr};
  }
  if (name == nullptr) {
    return {status::ERROR_INVALID_PARAMETER, nullptr};
  }
  Interface* one = callee.server->interface_by_name(name);
  if (one == nullptr || !is_demand_dial(*one)) {
    return {status::ERROR_CANNOT_FIND_PHONEBOOK_ENTRY, nullptr};
  }
  return {status::SUCCESS, one};
}

void write_text(TextView text, WCHAR* into) {
  if (into != nullptr) {
    *std::copy(text.begin(), text.end(), into) = u'\0';
  }
}

bool fits(const WCHAR* text, int most) {
  return text == nullptr || TextView(text).size() <= static_cast<std::size_t>(most);
}

rras::shared::Secret& secret_of(Interface& one, DWORD level) {
  return level == 0 ? one.eap_credentials : one.preshared_key;
}

// The status if the call is refused.
std::optional<DWORD> credentials_refusal(const Server& server, const void* buffer, DWORD level) {
  const Since since = {level == 0 ? Generation::windows_2000 : Generation::windows_2003};
  if (const auto refused = refusal(server, Need::any_router, since)) {
    return refused;
  }
  if (buffer == nullptr) {
    return status::ERROR_INVALID_PARAMETER;
  }
  return level > 1 ? std::optional<DWORD>(status::ERROR_NOT_SUPPORTED) : std::nullopt;
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceGetCredentials(WCHAR* lpwsServer,
                                                                          WCHAR* lpwsInterfaceName,
                                                                          WCHAR* lpwsUserName,
                                                                          WCHAR* lpwsPassword,
                                                                          WCHAR* lpwsDomainName) {
  return call_by_address(
      lpwsServer, RRAS_NAME(InterfaceGetCredentials),
      CallArguments({{"lpwsInterfaceName", lpwsInterfaceName}}),
      [&](const Callee& callee) -> DWORD {
        const NamedInterface found = find_phonebook_entry(callee, lpwsInterfaceName);
        if (found.one == nullptr) {
          return found.status;
        }
        const auto& credentials = found.one->credentials;
        write_text(credentials ? TextView(credentials->user) : TextView(), lpwsUserName);
        write_text(credentials ? TextView(credentials->domain) : TextView(), lpwsDomainName);
        if (lpwsPassword != nullptr) {
          const std::size_t size = credentials ? credentials->password.size() : 0;
          if (size > 0) {
            std::copy_n(credentials->password.data(), size, reinterpret_cast<BYTE*>(lpwsPassword));
          }
          lpwsPassword[size / sizeof(WCHAR)] = u'\0';
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceGetCredentials);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceSetCredentials(WCHAR* lpwsServer,
                                                                          WCHAR* lpwsInterfaceName,
                                                                          WCHAR* lpwsUserName,
                                                                          WCHAR* lpwsDomainName,
                                                                          WCHAR* lpwsPassword) {
  return call_by_address(
      lpwsServer, RRAS_NAME(InterfaceSetCredentials),
      CallArguments({{"lpwsInterfaceName", lpwsInterfaceName}}),
      [&](const Callee& callee) -> DWORD {
        const NamedInterface found = find_phonebook_entry(callee, lpwsInterfaceName);
        if (found.one == nullptr) {
          return found.status;
        }
        if (!fits(lpwsUserName, mpr::UNLEN) || !fits(lpwsDomainName, mpr::DNLEN) ||
            !fits(lpwsPassword, mpr::PWLEN)) {
          return status::ERROR_INVALID_PARAMETER;
        }
        auto& credentials = found.one->credentials;
        if (lpwsUserName == nullptr && lpwsDomainName == nullptr && lpwsPassword == nullptr) {
          credentials.reset();
          return status::SUCCESS;
        }
        if (!credentials) {
          credentials.emplace();
        }
        if (lpwsUserName != nullptr) {
          credentials->user = lpwsUserName;
        }
        if (lpwsDomainName != nullptr) {
          credentials->domain = lpwsDomainName;
        }
        if (lpwsPassword != nullptr) {
          credentials->password = {reinterpret_cast<const BYTE*>(lpwsPassword),
                                   TextView(lpwsPassword).size() * sizeof(WCHAR)};
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceSetCredentials);

// Struct and secret are in one block, which is wiped when the caller frees it.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceGetCredentialsEx(HANDLE hMprServer,
                                                                            HANDLE hInterface,
                                                                            DWORD dwLevel,
                                                                            BYTE** lplpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceGetCredentialsEx), status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", hInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = credentials_refusal(server, lplpbBuffer, dwLevel)) {
          return *refused;
        }
        Interface* one = server.interface_by_handle(id_of(hInterface));
        if (one == nullptr) {
          return status::ERROR_INVALID_HANDLE;
        }
        const rras::shared::Secret& secret = secret_of(*one, dwLevel);
        void* block = library_state().buffers.allocate(
            sizeof(mpr::MPR_CREDENTIALSEX_0) + secret.size(), callee.world, *callee.server);
        if (block == nullptr) {
          return status::ERROR_NOT_ENOUGH_MEMORY;
        }
        auto* credentials = static_cast<mpr::MPR_CREDENTIALSEX_0*>(block);
        if (secret.size() > 0) {
          credentials->dwSize = static_cast<DWORD>(secret.size());
          credentials->lpbCredentialsInfo = reinterpret_cast<BYTE*>(credentials + 1);
          std::copy_n(secret.data(), secret.size(), credentials->lpbCredentialsInfo);
        }
        *lplpbBuffer = static_cast<BYTE*>(block);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceGetCredentialsEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminInterfaceSetCredentialsEx(HANDLE hMprServer,
                                                                            HANDLE hInterface,
                                                                            DWORD dwLevel,
                                                                            BYTE* lpbBuffer) {
  return call_by_handle(
      hMprServer, RRAS_NAME(InterfaceSetCredentialsEx), status::ERROR_INVALID_HANDLE,
      CallArguments({{"hInterface", hInterface}, {"dwLevel", dwLevel}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = credentials_refusal(server, lpbBuffer, dwLevel)) {
          return *refused;
        }
        Interface* one = server.interface_by_handle(id_of(hInterface));
        if (one == nullptr) {
          return status::ERROR_INVALID_HANDLE;
        }
        const auto& given = *reinterpret_cast<const mpr::MPR_CREDENTIALSEX_0*>(lpbBuffer);
        const DWORD most = dwLevel == 0 ? largest_eap_data : largest_interface_key;
        if (given.dwSize > most || (given.dwSize > 0 && given.lpbCredentialsInfo == nullptr)) {
          return status::ERROR_INVALID_PARAMETER;
        }
        rras::shared::Secret& secret = secret_of(*one, dwLevel);
        if (given.dwSize == 0) {
          secret = {};
        } else {
          secret = {given.lpbCredentialsInfo, given.dwSize};
        }
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(InterfaceSetCredentialsEx);

#endif
