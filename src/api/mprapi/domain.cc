// The domain: whether a machine is registered there as a RAS server, and who keeps its accounts.
#include "api/mprapi/mpr_server.h"
#include "records/answer_record.h"

namespace rras::api::mprapi {

Outcome MprServer::is_domain_ras_server(const Name& domain, const Name& machine,
                                        records::Tables& answer) {
  Name own_domain = domain;
  Name own_machine = machine;
  abi::BOOL registered = 0;
  Outcome outcome = ask(functions_.is_domain_ras_server, pointer_to(own_domain),
                        pointer_to(own_machine), &registered);
  if (outcome.succeeded()) answer.add(records::kTruth, records::Truth{registered != 0});
  return outcome;
}

Outcome MprServer::establish_domain_ras_server(const Name& domain, const Name& machine,
                                               bool enable) {
  Name own_domain = domain;
  Name own_machine = machine;
  return ask(functions_.establish_domain_ras_server, pointer_to(own_domain),
             pointer_to(own_machine), abi::BOOL{enable});
}

Outcome MprServer::get_pdc_server(const Name& domain, const Name& server, records::Tables& answer) {
  NameBuffer controller;
  Outcome outcome = ask(functions_.get_pdc_server, pointer_to(domain), pointer_to(server),
                        controller.characters());
  if (outcome.succeeded()) answer.add(records::kWords, records::Words{controller.text()});
  return outcome;
}

}  // namespace rras::api::mprapi
