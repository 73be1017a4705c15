// Reads the listing of ports. Each port is visited once. `preferred` is the preferred size of an
// answer in bytes; 0xFFFFFFFF requests everything at once.
#pragma once

#include <optional>

#include "api/mprapi/mpr_server.h"
#include "api/mprapi/pages.h"
#include "shared/text.h"

namespace rras::api::mprapi {

inline constexpr FunctionOfDll<abi::mpr::PortEnum> kPortEnum{"MprAdminPortEnum",
                                                             "RasAdminPortEnum"};
inline constexpr FunctionOfDll<abi::mpr::PortDisconnect> kPortDisconnect{"MprAdminPortDisconnect",
                                                                         "RasAdminPortDisconnect"};

// No document says which connection id an idle port has. On an authenticated port every value is a
// connection. On others 0 and the value for "all", in 32 bits or widened, mean no connection.
inline bool is_connection(std::uint64_t id, abi::DWORD condition) {
  if (condition == abi::mpr::RAS_PORT_AUTHENTICATED) return true;
  return id != 0 && id != 0xFFFFFFFFu && id != kEveryConnection;
}

inline std::optional<std::uint64_t> connection_of(const abi::mpr::RAS_PORT_0& raw) {
  const std::uint64_t id = id_of(raw.hConnection);
  return is_connection(id, raw.dwPortCondition) ? std::optional(id) : std::nullopt;
}

// All fields are set in one step. If they were set one by one, compilers would clear the port
// first, which takes a quarter of the time of packing it.
inline Port port_of(const abi::mpr::RAS_PORT_0& raw) {
  return {id_of(raw.hPort),
          connection_of(raw),
          raw.dwPortCondition <= abi::mpr::RAS_PORT_INITIALIZING,
          raw.dwPortCondition,
          raw.dwTotalNumberOfCalls,
          raw.dwConnectDuration,
          shared::bounded(raw.wszPortName),
          shared::ArrayText(raw.wszMediaName),
          shared::ArrayText(raw.wszDeviceName),
          shared::ArrayText(raw.wszDeviceType)};
}

// Visits all ports, or those of one connection.
template <typename Visit, typename MakeRoom = NoRoom>
Outcome visit_ports(MprServer& server, abi::DWORD preferred,
                    std::optional<std::uint64_t> connection, Visit visit, MakeRoom make_room = {}) {
  const auto& function = server.functions[kPortEnum];
  const std::uint64_t of = connection.value_or(kEveryConnection);
  if (!fits_handle(of)) {
    return concluded(abi::status::ERROR_INVALID_HANDLE, function.name);
  }
  using Struct = abi::mpr::RAS_PORT_0;
  return every_page<Struct>(
      function.name, server.functions[kBufferFree].pointer(), &Struct::hPort,
      [&](DllBuffer<Struct>& page, abi::DWORD* entries, abi::DWORD* total, abi::DWORD* resume) {
        return function.call(server.handle, abi::DWORD{0}, handle_of(of), page.out_bytes(),
                             preferred, entries, total, resume);
      },
      [&](const Struct& port) { visit(port_of(port)); }, make_room);
}

}  // namespace rras::api::mprapi
