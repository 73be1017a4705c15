// The functions about connections that use versioned structs, since 2008 R2.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include "simulator/listing.h"
#include "simulator/mpr/connection_structs.h"
#include "simulator/mpr/exports.h"
#include "simulator/mpr/page_answer.h"

using namespace rras::abi;
using namespace rras::simulator;

namespace {

// The size on the wire, where handles have 32 bits.
constexpr DWORD wire_size_ex = 1664;

constexpr Since since_2008_r2 = {Generation::windows_2008_r2, &Quirks::newer_ex_function};

bool asks_for_connection_ex(const mpr::MPRAPI_OBJECT_HEADER& header) {
  return header.revision == mpr::MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1 &&
         header.type == mpr::MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT &&
         header.size == sizeof(mpr::RAS_CONNECTION_EX);
}

DWORD enumerate_ex(const Callee& callee, const mpr::MPRAPI_OBJECT_HEADER* header,
                   DWORD preferred_length, const PageAnswer<mpr::RAS_CONNECTION_EX>& answer) {
  const Server& server = *callee.server;
  if (const auto refused = refusal(server, Need::dial_in_router, since_2008_r2)) {
    return *refused;
  }
  if (header == nullptr || !answer.complete()) {
    return status::ERROR_INVALID_PARAMETER;
  }
  if (!asks_for_connection_ex(*header)) {
    return server.quirks.wrong_header;
  }
  const PageSize size = page_size_ex(server.quirks, preferred_length, wire_size_ex);
  const auto page = list_connections(server, size, answer.resume_handle());
  if (!page) {
    return server.quirks.edited_resume_handle;
  }
  return give_page<mpr::RAS_CONNECTION_EX>(
      callee, *page, answer, [&](const Connection& connection, mpr::RAS_CONNECTION_EX& into) {
        write_connection(server, connection, into);
      });
}

}  // namespace

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
MprAdminConnectionEnumEx(HANDLE hRasServer, mpr::MPRAPI_OBJECT_HEADER* pObjectHeader,
                         DWORD dwPreferedMaxLen, DWORD* lpdwEntriesRead, DWORD* lpdwTotalEntries,
                         mpr::RAS_CONNECTION_EX** ppRasConn, DWORD* lpdwResumeHandle) {
  const PageAnswer<mpr::RAS_CONNECTION_EX> answer = {ppRasConn, lpdwEntriesRead, lpdwTotalEntries,
                                                     lpdwResumeHandle};
  const DWORD status = call_by_handle(
      hRasServer, RRAS_NAME(ConnectionEnumEx), status::RPC_S_INVALID_BINDING,
      CallArguments({{"dwPreferedMaxLen", dwPreferedMaxLen}}), [&](const Callee& callee) {
        return enumerate_ex(callee, pObjectHeader, dwPreferedMaxLen, answer);
      });
  answer.end(status);
  return status;
}
RRAS_EXPORTED(ConnectionEnumEx);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminConnectionGetInfoEx(
    HANDLE hRasServer, HANDLE hRasConnection, mpr::RAS_CONNECTION_EX* pRasConnection) {
  return call_by_handle(
      hRasServer, RRAS_NAME(ConnectionGetInfoEx), status::RPC_S_INVALID_BINDING,
      CallArguments({{"hRasConnection", hRasConnection}}), [&](const Callee& callee) -> DWORD {
        const Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router, since_2008_r2)) {
          return *refused;
        }
        if (pRasConnection == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (!asks_for_connection_ex(pRasConnection->Header)) {
          return server.quirks.wrong_header;
        }
        const Connection* connection = server.connection_by_handle(id_of(hRasConnection));
        if (connection == nullptr) {
          return status::ERROR_INTERFACE_NOT_CONNECTED;
        }
        *pRasConnection = {};
        write_connection(server, *connection, *pRasConnection);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ConnectionGetInfoEx);

#endif
