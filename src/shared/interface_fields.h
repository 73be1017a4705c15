// The names that rows, settings and the simulator give to the fields of a demand-dial interface:
// the numbers and the texts of MPR_INTERFACE_3. Its pointers are not among them.
#pragma once

#include <cstddef>
#include <cstring>
#include <tuple>

#include "abi/mprapi/interfaces.h"

namespace rras::shared::interfaces {

using Entry = abi::mpr::MPR_INTERFACE_3;

template <typename Member>
struct Field {
  const char* name;
  Member Entry::*at;
};

template <typename Member>
constexpr Field<Member> field(const char* name, Member Entry::*at) {
  return {name, at};
}

inline constexpr auto kNumbers = std::make_tuple(
    field("options", &Entry::dwfOptions), field("ipv4Address", &Entry::ipaddr),
    field("ipv4Dns", &Entry::ipaddrDns), field("ipv4AlternateDns", &Entry::ipaddrDnsAlt),
    field("wins", &Entry::ipaddrWins), field("alternateWins", &Entry::ipaddrWinsAlt),
    field("protocols", &Entry::dwfNetProtocols), field("channels", &Entry::dwChannels),
    field("links", &Entry::dwSubEntries), field("dialMode", &Entry::dwDialMode),
    field("dialExtraPercent", &Entry::dwDialExtraPercent),
    field("dialExtraSampleSeconds", &Entry::dwDialExtraSampleSeconds),
    field("hangUpExtraPercent", &Entry::dwHangUpExtraPercent),
    field("hangUpExtraSampleSeconds", &Entry::dwHangUpExtraSampleSeconds),
    field("idleDisconnect", &Entry::dwIdleDisconnectSeconds), field("entryType", &Entry::dwType),
    field("encryption", &Entry::dwEncryptionType), field("eapType", &Entry::dwCustomAuthKey),
    field("vpnStrategy", &Entry::dwVpnStrategy));

inline constexpr auto kTexts = std::make_tuple(
    field("phoneNumber", &Entry::szLocalPhoneNumber), field("deviceType", &Entry::szDeviceType),
    field("deviceName", &Entry::szDeviceName), field("x25PadType", &Entry::szX25PadType),
    field("x25Address", &Entry::szX25Address), field("x25Facilities", &Entry::szX25Facilities),
    field("x25UserData", &Entry::szX25UserData));

template <typename Fields, typename Visit>
constexpr void for_each(const Fields& fields, Visit&& visit) {
  std::apply([&](const auto&... each) { (visit(each), ...); }, fields);
}

// Level 3 without its last fields is level 2.
constexpr std::size_t kLevel2 = offsetof(Entry, AddressCount);
static_assert(offsetof(Entry, dwVpnStrategy) == offsetof(abi::mpr::MPR_INTERFACE_2, dwVpnStrategy));

// The same interface at the other level. Fields that level 2 lacks are 0.
inline Entry entry_of(const abi::mpr::MPR_INTERFACE_2& level2) {
  Entry entry{};
  std::memcpy(static_cast<void*>(&entry), &level2, kLevel2);
  return entry;
}
inline abi::mpr::MPR_INTERFACE_2 level2_of(const Entry& entry) {
  abi::mpr::MPR_INTERFACE_2 level2{};
  std::memcpy(static_cast<void*>(&level2), &entry, kLevel2);
  return level2;
}

}  // namespace rras::shared::interfaces
