#include "simulator/mpr/interface_structs.h"

#if defined(RRAS_SIMULATOR_DIALECT_MPRAPI)

#include <algorithm>

namespace rras::simulator {

using namespace abi;

std::size_t list_length(const std::vector<Text>& texts) {
  std::size_t length = 1;
  for (const Text& text : texts) {
    length += text.size() + 1;
  }
  return length;
}

void write_list(const std::vector<Text>& texts, WCHAR* into) {
  for (const Text& text : texts) {
    into = std::copy(text.begin(), text.end(), into);
    *into++ = u'\0';
  }
  *into = u'\0';
}

std::vector<Text> read_list(const WCHAR* list) {
  std::vector<Text> texts;
  while (list != nullptr && *list != u'\0') {
    texts.emplace_back(list);
    list += texts.back().size() + 1;
  }
  return texts;
}

DWORD options_as_read(const shared::interfaces::Entry& entry) {
  DWORD options = entry.dwfOptions;
  if ((options & (mpr::MPRIO_RequirePAP | mpr::MPRIO_RequireEAP)) == 0) {
    options |= mpr::MPRIO_RequireEncryptedPw;
  }
  if ((options & (mpr::MPRIO_RequireCHAP | mpr::MPRIO_RequirePAP | mpr::MPRIO_RequireEAP)) == 0) {
    options |= mpr::MPRIO_RequireMsEncryptedPw;
  }
  if (entry.dwEncryptionType != mpr::MPR_ET_None &&
      entry.dwEncryptionType != mpr::MPR_ET_Optional) {
    options |= mpr::MPRIO_RequireDataEncryption;
  }
  return options;
}

void add_authentication(shared::interfaces::Entry& entry, bool is_new) {
  const DWORD any_new = mpr::MPRIO_RequireMsCHAP2 | mpr::MPRIO_RequireCHAP | mpr::MPRIO_RequireEAP;
  if (is_new && (entry.dwfOptions & any_new) == 0) {
    entry.dwEncryptionType = mpr::MPR_ET_Require;
    entry.dwfOptions |= mpr::MPRIO_RequireEncryptedPw | mpr::MPRIO_RequireDataEncryption |
                        mpr::MPRIO_RequireCHAP | mpr::MPRIO_RequireMsCHAP2;
  }
  if (!is_new && (entry.dwfOptions & (any_new | mpr::MPRIO_RequirePAP)) == 0) {
    entry.dwfOptions |= mpr::MPRIO_RequireMsCHAP2 | mpr::MPRIO_RequireCHAP | mpr::MPRIO_RequirePAP;
  }
}

void take_entry(const shared::interfaces::Entry& from, InterfaceDetails& into) {
  namespace fields = shared::interfaces;
  into.alternates = read_list(from.szAlternates);
  into.eap_data.assign(from.lpbCustomAuthData,
                       from.lpbCustomAuthData == nullptr
                           ? from.lpbCustomAuthData
                           : from.lpbCustomAuthData + from.dwCustomAuthDataSize);
  into.ipv6_addresses.assign(
      from.ipv6addr, from.ipv6addr == nullptr ? from.ipv6addr : from.ipv6addr + from.AddressCount);
  const GUID guid = into.entry.guidId;
  into.entry = fields::Entry{};
  fields::for_each(fields::kNumbers,
                   [&](const auto& field) { into.entry.*field.at = from.*field.at; });
  fields::for_each(fields::kTexts, [&](const auto& field) {
    copy_text(into.entry.*field.at, bounded(from.*field.at));
  });
  into.entry.ipv6addrDns = from.ipv6addrDns;
  into.entry.ipv6addrDnsAlt = from.ipv6addrDnsAlt;
  into.entry.guidId = guid;
}

}  // namespace rras::simulator

#endif
