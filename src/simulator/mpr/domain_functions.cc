// The functions that register RAS servers in a domain and find the machine that holds accounts.
// They take no handle but the names of a domain and a machine.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include "simulator/call_by_domain.h"
#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY RRAS_FUNCTION(GetPDCServer)(const WCHAR* lpszDomain,
                                                                      const WCHAR* lpszServer,
                                                                      WCHAR* lpszPDCServer) {
  return call_by_domain(lpszDomain, lpszServer, RRAS_NAME(GetPDCServer),
                        CallArguments({{"lpszDomain", lpszDomain}, {"lpszServer", lpszServer}}),
                        [&](const DomainCallee& callee) -> DWORD {
                          return give_accounts_server(callee, lpszPDCServer);
                        });
}
RRAS_EXPORTED(GetPDCServer);

#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminEstablishDomainRasServer(WCHAR* pszDomain,
                                                                           WCHAR* pszMachine,
                                                                           BOOL bEnable) {
  return call_by_domain(
      pszDomain, pszMachine, RRAS_NAME(EstablishDomainRasServer),
      CallArguments({{"pszDomain", pszDomain}, {"pszMachine", pszMachine}, {"bEnable", bEnable}}),
      [&](const DomainCallee& callee) -> DWORD {
        const Membership found =
            membership(callee.world->directory(), callee.domain, callee.server);
        if (found.domain != nullptr) {
          auto& registered = found.domain->ras_servers;
          const Text& machine = callee.server->name;
          if (bEnable != 0) {
            registered.emplace(folded(machine), machine);
          } else {
            registered.erase(folded(machine));
          }
        }
        return found.status;
      });
}
RRAS_EXPORTED(EstablishDomainRasServer);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminIsDomainRasServer(WCHAR* pszDomain,
                                                                    WCHAR* pszMachine,
                                                                    BOOL* pbIsRasServer) {
  return call_by_domain(pszDomain, pszMachine, RRAS_NAME(IsDomainRasServer),
                        CallArguments({{"pszDomain", pszDomain}, {"pszMachine", pszMachine}}),
                        [&](const DomainCallee& callee) -> DWORD {
                          if (pbIsRasServer == nullptr) {
                            return status::ERROR_INVALID_PARAMETER;
                          }
                          const Membership found =
                              membership(callee.world->directory(), callee.domain, callee.server);
                          if (found.domain != nullptr) {
                            const auto& registered = found.domain->ras_servers;
                            *pbIsRasServer =
                                registered.count(folded(callee.server->name)) > 0 ? 1 : 0;
                          }
                          return found.status;
                        });
}
RRAS_EXPORTED(IsDomainRasServer);

#endif

#endif
