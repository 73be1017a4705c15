// Blocks of bytes in the router's own format, from a caller.
#pragma once

#include <optional>

#include "api/dll_buffer.h"
#include "api/operation.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

// A block that the caller may leave out.
using Block = std::optional<Bytes>;

// A block without bytes has an address all the same.
inline abi::BYTE* bytes_of(Bytes& block) {
  static abi::BYTE nothing = 0;
  return block.empty() ? &nothing : block.data();
}

inline abi::DWORD size_of(const Bytes& block) {
  return static_cast<abi::DWORD>(block.size());
}

// nullptr for a block that is left out.
inline abi::BYTE* bytes_of(Block& block) {
  return block ? bytes_of(*block) : nullptr;
}

inline abi::DWORD size_of(const Block& block) {
  return block ? size_of(*block) : 0;
}

// The answer has the block of a transport of an interface, if the outcome is a success.
inline Outcome answer_interface_transport(Outcome outcome, const DllBuffer<abi::BYTE>& info,
                                          abi::DWORD size, Answer& answer) {
  if (!outcome.succeeded()) return outcome;
  if (info.holds(size)) {
    answer.tables.add(records::kInterfaceTransport, records::InterfaceTransport{info.bytes(size)});
  } else {
    outcome.verdict = Verdict::unreadable;
  }
  return outcome;
}

}  // namespace rras::api::mprapi
