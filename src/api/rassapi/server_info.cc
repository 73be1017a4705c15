// The server, the words for its codes, and the machine that keeps the accounts.
#include "api/rassapi/rassapi_server.h"
#include "records/answer_record.h"
#include "records/server_record.h"

namespace rras::api::rassapi {

Outcome RassapiServer::get_info(records::Tables& answer) {
  abi::rassapi::RAS_SERVER_0 info{};
  Outcome outcome = ask(functions_.server_get_info, server(), &info);
  if (outcome.succeeded()) answer.add(records::kRassapiServer, info);
  return outcome;
}

Outcome RassapiServer::get_error_string(abi::DWORD code, records::Tables& answer) {
  // The page says that every text fits.
  abi::WCHAR text[512] = {};
  Outcome outcome = ask(functions_.get_error_string, code, text, abi::DWORD{512});
  if (outcome.succeeded()) answer.add(records::kWords, records::Words{records::bounded(text)});
  return outcome;
}

Outcome RassapiServer::get_pdc_server(const Name& domain, const Name& server,
                                      records::Tables& answer) {
  NameBuffer controller;
  Outcome outcome = ask(functions_.get_user_account_server, pointer_to(domain), pointer_to(server),
                        controller.characters());
  if (outcome.succeeded()) answer.add(records::kWords, records::Words{controller.text()});
  return outcome;
}

}  // namespace rras::api::rassapi
