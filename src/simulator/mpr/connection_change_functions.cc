// The functions that change connections.
#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI) || defined(RRAS_SIMULATOR_DIALECT_NT4)

#include <array>
#include <cstring>

#include "simulator/mpr/exports.h"

using namespace rras::abi;
using namespace rras::simulator;

#if !defined(RRAS_SIMULATOR_DIALECT_NT4)
namespace {

// `address` is a DWORD in network byte order.
Text dotted(HANDLE address) {
  const auto number = static_cast<DWORD>(id_of(address));
  std::array<BYTE, sizeof number> bytes{};
  std::memcpy(bytes.data(), &number, sizeof number);
  return decimal(bytes[0]) + u'.' + decimal(bytes[1]) + u'.' + decimal(bytes[2]) + u'.' +
         decimal(bytes[3]);
}

bool is_quarantined(const Connection& connection) {
  return connection.quarantine == mpr::RAS_QUAR_STATE_QUARANTINE ||
         connection.quarantine == mpr::RAS_QUAR_STATE_PROBATION;
}

bool asks_for_update(const mpr::MPRAPI_OBJECT_HEADER& header) {
  return header.revision == mpr::MPRAPI_RAS_UPDATE_CONNECTION_OBJECT_REVISION_1 &&
         header.type == mpr::MPRAPI_OBJECT_TYPE_UPDATE_CONNECTION_OBJECT &&
         header.size == sizeof(mpr::RAS_UPDATE_CONNECTION);
}

// A limit, so that a simulator that runs for days does not grow.
constexpr std::size_t kept_messages = 100;

}  // namespace
#endif

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY
RRAS_FUNCTION(ConnectionClearStats)(HANDLE hRasServer, HANDLE hRasConnection) {
  return call_by_handle(
      hRasServer, RRAS_NAME(ConnectionClearStats), status::RPC_S_INVALID_BINDING,
      CallArguments({{"hRasConnection", hRasConnection}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::dial_in_router)) {
          return *refused;
        }
        Connection* connection = server.connection_by_handle(id_of(hRasConnection));
        if (connection == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        server.clear_counters(*connection);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ConnectionClearStats);

#if !defined(RRAS_SIMULATOR_DIALECT_NT4)

// MS-RRASM: unlike the others, this function does not refuse a LAN-only router.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminConnectionRemoveQuarantine(HANDLE hRasServer,
                                                                             HANDLE hRasConnection,
                                                                             BOOL fIsIpAddress) {
  return call_by_handle(
      hRasServer, RRAS_NAME(ConnectionRemoveQuarantine), status::ERROR_INVALID_PARAMETER,
      CallArguments({{"hRasConnection", hRasConnection}, {"fIsIpAddress", fIsIpAddress}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused = refusal(server, Need::any_router, {Generation::windows_2003})) {
          return *refused;
        }
        Connection* connection = fIsIpAddress ? server.connection_by_address(dotted(hRasConnection))
                                              : server.connection_by_handle(id_of(hRasConnection));
        if (connection == nullptr && !fIsIpAddress) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (connection == nullptr || !is_quarantined(*connection)) {
          return status::ERROR_NOT_FOUND;
        }
        server.set_quarantine(*connection, mpr::RAS_QUAR_STATE_NORMAL, std::nullopt);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(ConnectionRemoveQuarantine);

RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminSendUserMessage(HANDLE hMprServer,
                                                                  HANDLE hConnection,
                                                                  WCHAR* lpwszMessage) {
  return call_by_handle(
      hMprServer, RRAS_NAME(SendUserMessage), status::RPC_S_INVALID_BINDING,
      CallArguments({{"hConnection", hConnection}, {"lpwszMessage", lpwszMessage}}),
      [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::dial_in_router, {Generation::windows_2000})) {
          return *refused;
        }
        if (lpwszMessage == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        Connection* connection = server.connection_by_handle(id_of(hConnection));
        if (connection == nullptr) {
          return status::ERROR_INTERFACE_NOT_CONNECTED;
        }
        if (connection->messages.size() == kept_messages) {
          connection->messages.erase(connection->messages.begin());
        }
        connection->messages.emplace_back(lpwszMessage);
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(SendUserMessage);

// No page of the reference describes this function. Its errors are those of similar functions.
RRAS_SIMULATOR_EXPORT DWORD RRAS_APIENTRY MprAdminUpdateConnection(
    HANDLE hRasServer, HANDLE hRasConnection, mpr::RAS_UPDATE_CONNECTION* pRasUpdateConnection) {
  return call_by_handle(
      hRasServer, RRAS_NAME(UpdateConnection), status::RPC_S_INVALID_BINDING,
      CallArguments({{"hRasConnection", hRasConnection}}), [&](const Callee& callee) -> DWORD {
        Server& server = *callee.server;
        if (const auto refused =
                refusal(server, Need::dial_in_router, {Generation::windows_2008_r2})) {
          return *refused;
        }
        if (pRasUpdateConnection == nullptr) {
          return status::ERROR_INVALID_PARAMETER;
        }
        if (!asks_for_update(pRasUpdateConnection->Header)) {
          return server.quirks.wrong_header;
        }
        Connection* connection = server.connection_by_handle(id_of(hRasConnection));
        if (connection == nullptr) {
          return status::ERROR_INTERFACE_NOT_CONNECTED;
        }
        if (connection->protocol != Protocol::ikev2) {
          return server.quirks.update_without_mobike;
        }
        server.switch_over(*connection, bounded(pRasUpdateConnection->wszLocalEndpointAddress),
                           bounded(pRasUpdateConnection->wszRemoteEndpointAddress));
        return status::SUCCESS;
      });
}
RRAS_EXPORTED(UpdateConnection);

#endif

#endif
