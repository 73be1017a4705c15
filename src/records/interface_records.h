// An interface of the router in three rows: what every interface has, its dial-out hours, and the
// phone-book entry of a demand-dial interface. Lists of texts hold a NUL after each text but the
// last.
#pragma once

#include <cstdint>
#include <string_view>

#include "records/record.h"
#include "shared/interface_fields.h"

namespace rras::records {

inline constexpr auto kInterface =
    record("interface", id("handle", &abi::mpr::MPR_INTERFACE_0::hInterface),
           text("name", &abi::mpr::MPR_INTERFACE_0::wszInterfaceName),
           u32("isEnabled",
               [](const abi::mpr::MPR_INTERFACE_0& raw) { return raw.fEnabled != 0 ? 1u : 0u; }),
           u32("type", &abi::mpr::MPR_INTERFACE_0::dwIfType),
           u32("state", &abi::mpr::MPR_INTERFACE_0::dwConnectionState),
           u32("unreachable", &abi::mpr::MPR_INTERFACE_0::fUnReachabilityReasons),
           u32("lastError", &abi::mpr::MPR_INTERFACE_0::dwLastError));

inline constexpr auto kInterfaceHours =
    record("interfaceHours", text("hours", [](const abi::mpr::MPR_INTERFACE_1& raw) {
             return shared::text_list(raw.lpwsDialoutHoursRestriction);
           }));

namespace interfaces {

using namespace shared::interfaces;

// Level 2 has no IPv6 addresses.
struct LeveledEntry {
  abi::DWORD level;
  const Entry& entry;
};

inline std::string_view bytes_of(const abi::IN6_ADDR* addresses, std::size_t count) {
  if (addresses == nullptr) return {};
  return {reinterpret_cast<const char*>(addresses), count * sizeof *addresses};
}

// More than any interface has. A larger number is an error.
constexpr abi::DWORD kMostAddresses = 1024;
constexpr abi::DWORD kMostEapData = 1u << 20;

// Whether the counts can be those of the blocks that the pointers name.
inline bool is_whole(const Entry& entry) {
  return entry.AddressCount <= kMostAddresses && entry.dwCustomAuthDataSize <= kMostEapData &&
         (entry.AddressCount == 0 || entry.ipv6addr != nullptr) &&
         (entry.dwCustomAuthDataSize == 0 || entry.lpbCustomAuthData != nullptr);
}

inline std::string_view eap_data(const Entry& entry) {
  if (entry.dwCustomAuthDataSize == 0) return {};
  return {reinterpret_cast<const char*>(entry.lpbCustomAuthData), entry.dwCustomAuthDataSize};
}

template <typename... Fields>
constexpr auto number_columns(const std::tuple<Fields...>& fields) {
  return std::apply([](const auto&... each) { return group(u32(each.name, each.at)...); }, fields);
}
template <typename... Fields>
constexpr auto text_columns(const std::tuple<Fields...>& fields) {
  return std::apply([](const auto&... each) { return group(text(each.name, each.at)...); }, fields);
}

inline constexpr auto kEntryColumns = group(
    number_columns(kNumbers), text_columns(kTexts), guid("guid", &Entry::guidId),
    text("alternates", [](const Entry& entry) { return shared::text_list(entry.szAlternates); }),
    bytes("eapData", eap_data),
    bytes("ipv6Dns", [](const Entry& entry) { return bytes_of(&entry.ipv6addrDns, 1); }),
    bytes("ipv6AlternateDns",
          [](const Entry& entry) { return bytes_of(&entry.ipv6addrDnsAlt, 1); }),
    bytes("ipv6Addresses",
          [](const Entry& entry) { return bytes_of(entry.ipv6addr, entry.AddressCount); }));

inline const Entry& entry_in(const LeveledEntry& leveled) {
  return leveled.entry;
}

}  // namespace interfaces

inline constexpr auto kInterfaceEntry =
    record("interfaceEntry", u32("level", &interfaces::LeveledEntry::level),
           part(interfaces::entry_in, interfaces::kEntryColumns));

// The password is not in a row: it is a secret.
struct InterfaceCredentials {
  std::u16string_view user_name;
  std::u16string_view domain;
};

inline constexpr auto kInterfaceCredentials =
    record("interfaceCredentials", text("userName", &InterfaceCredentials::user_name),
           text("domain", &InterfaceCredentials::domain));

inline constexpr auto kInterfaceDevice =
    record("interfaceDevice", text("deviceType", &abi::mpr::MPR_DEVICE_1::szDeviceType),
           text("deviceName", &abi::mpr::MPR_DEVICE_1::szDeviceName),
           text("phoneNumber", &abi::mpr::MPR_DEVICE_1::szLocalPhoneNumber),
           text("alternates", [](const abi::mpr::MPR_DEVICE_1& device) {
             return shared::text_list(device.szAlternates);
           }));

}  // namespace rras::records
