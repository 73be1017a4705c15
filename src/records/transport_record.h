// The settings of a transport: two blocks that only a reader of the router's own format
// understands.
#pragma once

#include <string_view>

#include "records/record.h"

namespace rras::records {

struct Transport {
  std::string_view global_info;
  std::string_view client_interface_info;
};

inline constexpr auto kTransport =
    record("transport", bytes("globalInfo", &Transport::global_info),
           bytes("clientInterfaceInfo", &Transport::client_interface_info));

// The same in the stored configuration, with the library that carries the transport.
struct StoredTransport {
  std::string_view global_info;
  std::string_view client_interface_info;
  std::u16string_view dll_path;
};

inline constexpr auto kStoredTransport =
    record("storedTransport", bytes("globalInfo", &StoredTransport::global_info),
           bytes("clientInterfaceInfo", &StoredTransport::client_interface_info),
           text("dllPath", &StoredTransport::dll_path));

// A transport in a list, of the router or of an interface.
struct TransportEntry {
  std::uint32_t id;
  std::u16string_view name;
};

inline constexpr auto kTransportEntry = record("transportEntry", u32("id", &TransportEntry::id),
                                               repeated("name", &TransportEntry::name));

// The block of a transport of an interface.
struct InterfaceTransport {
  std::string_view info;
};

inline constexpr auto kInterfaceTransport =
    record("interfaceTransport", bytes("info", &InterfaceTransport::info));

}  // namespace rras::records
