// Blocks of bytes in the router's own format, to callers and from them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "simulator/mpr/exports.h"

namespace rras::simulator {

struct Block {
  abi::BYTE** bytes;
  abi::DWORD* size;

  bool wanted() const { return bytes != nullptr && size != nullptr; }
  void write(abi::BYTE* buffer, std::size_t length) const {
    *bytes = buffer;
    *size = static_cast<abi::DWORD>(length);
  }
};

// False if memory runs out. Without bytes there is no block.
inline bool copy_block(const Callee& callee, const std::vector<std::uint8_t>& bytes,
                       abi::BYTE*& into, Memory memory = Memory::buffer) {
  into = nullptr;
  if (bytes.empty() && !callee.server->quirks.empty_buffer) {
    return true;
  }
  into = allocate<abi::BYTE>(callee, bytes.size(), memory);
  if (into == nullptr) {
    return false;
  }
  std::copy(bytes.begin(), bytes.end(), into);
  return true;
}

// Writes one block, if it is wanted.
inline abi::DWORD give_block(const Callee& callee, const std::vector<std::uint8_t>& bytes,
                             const Block& into, Memory memory = Memory::buffer) {
  if (!into.wanted()) return abi::status::SUCCESS;
  abi::BYTE* copy = nullptr;
  if (!copy_block(callee, bytes, copy, memory)) return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  into.write(copy, bytes.size());
  return abi::status::SUCCESS;
}

// Writes both blocks or none.
template <typename Transport>
abi::DWORD write_transport(const Callee& callee, const Transport& transport, const Block& global,
                           const Block& client, Memory memory = Memory::buffer) {
  abi::BYTE* global_bytes = nullptr;
  abi::BYTE* client_bytes = nullptr;
  if (global.wanted() && !copy_block(callee, transport.global_info, global_bytes, memory)) {
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
  if (client.wanted() &&
      !copy_block(callee, transport.client_interface_info, client_bytes, memory)) {
    library_state().buffers.release(global_bytes, memory);
    return abi::status::ERROR_NOT_ENOUGH_MEMORY;
  }
  if (global.wanted()) {
    global.write(global_bytes, transport.global_info.size());
  }
  if (client.wanted()) {
    client.write(client_bytes, transport.client_interface_info.size());
  }
  return abi::status::SUCCESS;
}

// Replaces the block if the caller gives one.
inline void take_block(const abi::BYTE* bytes, abi::DWORD size, std::vector<std::uint8_t>& into) {
  if (bytes != nullptr) into.assign(bytes, bytes + size);
}

}  // namespace rras::simulator
