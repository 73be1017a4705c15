// The transports of the running router. What is set here is lost when the router restarts.
#include "api/mprapi/information_block.h"
#include "api/mprapi/mpr_server.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
using abi::BYTE;
using abi::DWORD;

constexpr FunctionOfDll<mpr::TransportCreate> kTransportCreate{"MprAdminTransportCreate"};
constexpr FunctionOfDll<mpr::TransportGetInfo> kTransportGetInfo{"MprAdminTransportGetInfo"};
constexpr FunctionOfDll<mpr::TransportSetInfo> kTransportSetInfo{"MprAdminTransportSetInfo"};

Outcome get_transport(MprServer& server, DWORD id, Answer& answer) {
  auto global = server.buffer<BYTE>();
  auto client = server.buffer<BYTE>();
  DWORD global_size = 0;
  DWORD client_size = 0;
  Outcome outcome = server.ask(server.functions[kTransportGetInfo], server.handle, id,
                               global.out_bytes(), &global_size, client.out_bytes(), &client_size);
  if (!outcome.succeeded()) return outcome;
  if (!global.holds(global_size) || !client.holds(client_size)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.tables.add(records::kTransport,
                    records::Transport{global.bytes(global_size), client.bytes(client_size)});
  return outcome;
}

Outcome create_transport(MprServer& server, DWORD id, Name& name, Block& global, Block& client,
                         Name& dll) {
  // The page does not mark the path as optional.
  std::u16string none;
  return server.act(server.functions[kTransportCreate], server.handle, id, pointer_to(name),
                    bytes_of(global), size_of(global), bytes_of(client), size_of(client),
                    dll ? pointer_to(dll) : none.data());
}

Outcome set_transport(MprServer& server, DWORD id, Block& global, Block& client) {
  return server.act(server.functions[kTransportSetInfo], server.handle, id, bytes_of(global),
                    size_of(global), bytes_of(client), size_of(client));
}

}  // namespace

std::vector<Operation> transport_operations() {
  return {{"getTransport", bind<get_transport>, {&kTransportGetInfo}},
          {"createTransport", bind<create_transport>, {&kTransportCreate}},
          {"setTransport", bind<set_transport>, {&kTransportSetInfo}}};
}

}  // namespace rras::api::mprapi
