// The server's pre-shared key. Every copy that the addon can reach in native memory is wiped, even
// in the DLL's block; copies inside RPC and the DLL are out of reach.
#include "api/mprapi/secret_block.h"

namespace rras::api::mprapi {

namespace {

using abi::BYTE;
using abi::DWORD;
using abi::mpr::MPR_CREDENTIALSEX_1;

constexpr FunctionOfDll<abi::mpr::ServerGetCredentials> kServerGetCredentials{
    "MprAdminServerGetCredentials"};
constexpr FunctionOfDll<abi::mpr::ServerSetCredentials> kServerSetCredentials{
    "MprAdminServerSetCredentials"};

// The protocol allows at most 256 bytes. A far larger length is an error and not a key.
constexpr DWORD kLongestKey = 65536;

Outcome get_credentials(MprServer& server, Answer& answer) {
  auto credentials = server.buffer<MPR_CREDENTIALSEX_1>();
  Outcome outcome =
      server.read(credentials, server.functions[kServerGetCredentials], server.handle, DWORD{0});
  if (!outcome.succeeded()) return outcome;
  take_secret(credentials, kLongestKey, outcome, answer);
  return outcome;
}

Outcome set_credentials(MprServer& server, Secret& key) {
  // Without bytes the key is deleted.
  MPR_CREDENTIALSEX_1 credentials{static_cast<DWORD>(key.size()),
                                  key.size() > 0 ? key.data() : nullptr};
  return server.act(server.functions[kServerSetCredentials], server.handle, DWORD{0},
                    reinterpret_cast<BYTE*>(&credentials));
}

}  // namespace

std::vector<Operation> credential_operations() {
  return {{"getCredentials", bind<get_credentials>, {&kServerGetCredentials}},
          {"setCredentials", bind<set_credentials>, {&kServerSetCredentials}}};
}

}  // namespace rras::api::mprapi
