// The server's information, texts of error codes, and the machine that keeps the accounts.
#include "api/rassapi/rassapi_server.h"
#include "records/server_record.h"

namespace rras::api::rassapi {

namespace {

constexpr FunctionOfDll<abi::rassapi::GetErrorString> kGetErrorString{"RasAdminGetErrorString"};

Outcome get_info(RassapiServer& server, Answer& answer) {
  abi::rassapi::RAS_SERVER_0 info{};
  Outcome outcome = server.ask(server.functions[kServerGetInfo], server.address(), &info);
  if (outcome.succeeded()) answer.tables.add(records::kRassapiServer, info);
  return outcome;
}

Outcome get_error_string(RassapiServer& server, abi::DWORD code, Answer& answer) {
  // The page says that every text fits in 512 characters.
  abi::WCHAR text[512] = {};
  Outcome outcome = server.ask(server.functions[kGetErrorString], code, text, abi::DWORD{512});
  if (outcome.succeeded()) answer.value = std::u16string(shared::bounded(text));
  return outcome;
}

Outcome get_pdc_server(RassapiServer& server, const Name& domain, const Name& of, Answer& answer) {
  NameBuffer controller;
  Outcome outcome = server.ask(server.functions[kGetUserAccountServer], pointer_to(domain),
                               pointer_to(of), controller.characters());
  if (outcome.succeeded()) answer.value = std::u16string(controller.text());
  return outcome;
}

}  // namespace

std::vector<Operation> server_info_operations() {
  return {{"getInfo", bind<get_info>, {&kServerGetInfo}},
          {"getErrorString", bind<get_error_string>, {&kGetErrorString}},
          {"getPdcServer", bind<get_pdc_server>, {&kGetUserAccountServer}}};
}

}  // namespace rras::api::rassapi
