// An interface of the model in the structs of the API, and back.
#pragma once

#include <cstddef>
#include <vector>

#include "abi/mprapi/interfaces.h"
#include "simulator/server.h"

namespace rras::simulator {

// The fields with which every level begins.
template <typename Wire>
void write_beginning(const Server& server, const Interface& one, Wire& into) {
  copy_text(into.wszInterfaceName, one.name);
  into.hInterface = reinterpret_cast<abi::HANDLE>(static_cast<std::uintptr_t>(one.handle));
  into.fEnabled = one.enabled ? 1 : 0;
  into.dwIfType = one.type;
  into.dwConnectionState = server.state_of(one);
  into.fUnReachabilityReasons = server.unreachable_because(one);
  into.dwLastError = one.last_error;
}

// A list of texts as in the API: a terminator after each, and one more at the end.
std::size_t list_length(const std::vector<Text>& texts);
void write_list(const std::vector<Text>& texts, abi::WCHAR* into);
std::vector<Text> read_list(const abi::WCHAR* list);

// MS-RRASM: what a server makes of the options when it returns them.
abi::DWORD options_as_read(const shared::interfaces::Entry& entry);
// MS-RRASM: what it adds when an interface is created or changed without any authentication.
void add_authentication(shared::interfaces::Entry& entry, bool is_new);

// Takes over all that a caller can set, with the targets of the pointers.
void take_entry(const shared::interfaces::Entry& from, InterfaceDetails& into);

}  // namespace rras::simulator
