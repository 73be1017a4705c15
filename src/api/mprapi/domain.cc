// The registration of a machine as a RAS server in a domain, and the server that keeps its
// accounts.
#include "api/mprapi/mpr_server.h"

namespace rras::api::mprapi {

namespace {

constexpr FunctionOfDll<abi::mpr::IsDomainRasServer> kIsDomainRasServer{
    "MprAdminIsDomainRasServer"};
constexpr FunctionOfDll<abi::mpr::EstablishDomainRasServer> kEstablishDomainRasServer{
    "MprAdminEstablishDomainRasServer"};
constexpr FunctionOfDll<abi::mpr::GetPDCServer> kGetPdcServer{"MprAdminGetPDCServer",
                                                              "RasAdminGetPDCServer"};

Outcome is_domain_ras_server(MprServer& server, const Name& domain, const Name& machine,
                             Answer& answer) {
  Name own_domain = domain;
  Name own_machine = machine;
  abi::BOOL registered = 0;
  Outcome outcome = server.ask(server.functions[kIsDomainRasServer], pointer_to(own_domain),
                               pointer_to(own_machine), &registered);
  if (outcome.succeeded()) answer.value = registered != 0;
  return outcome;
}

Outcome set_registration(MprServer& server, const Name& domain, const Name& machine,
                         bool registered) {
  Name own_domain = domain;
  Name own_machine = machine;
  return server.act(server.functions[kEstablishDomainRasServer], pointer_to(own_domain),
                    pointer_to(own_machine), abi::BOOL{registered});
}

Outcome establish_domain_ras_server(MprServer& server, const Name& domain, const Name& machine) {
  return set_registration(server, domain, machine, true);
}

Outcome remove_domain_ras_server(MprServer& server, const Name& domain, const Name& machine) {
  return set_registration(server, domain, machine, false);
}

Outcome get_pdc_server(MprServer& server, const Name& domain, const Name& of, Answer& answer) {
  NameBuffer controller;
  Outcome outcome = server.ask(server.functions[kGetPdcServer], pointer_to(domain), pointer_to(of),
                               controller.characters());
  if (outcome.succeeded()) answer.value = std::u16string(controller.text());
  return outcome;
}

}  // namespace

std::vector<Operation> domain_operations() {
  return {
      {"isDomainRasServer", bind<is_domain_ras_server>, {&kIsDomainRasServer}},
      {"establishDomainRasServer", bind<establish_domain_ras_server>, {&kEstablishDomainRasServer}},
      {"removeDomainRasServer", bind<remove_domain_ras_server>, {&kEstablishDomainRasServer}},
      {"getPdcServer", bind<get_pdc_server>, {&kGetPdcServer}}};
}

}  // namespace rras::api::mprapi
