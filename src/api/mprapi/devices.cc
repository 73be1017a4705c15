// The devices that the server can take calls on, and the settings of its transports.
#include <string_view>

#include "api/mprapi/mpr_server.h"
#include "api/paging.h"
#include "records/device_record.h"
#include "records/transport_record.h"

namespace rras::api::mprapi {

namespace {

using abi::BYTE;
using abi::DWORD;

// Settings are a few hundred bytes; what is far beyond is a wrong length, and no block has it.
constexpr DWORD kLargestBlock = 1u << 24;

bool is_whole(const DllBuffer<BYTE>& buffer, DWORD size) {
  return size <= kLargestBlock && (size == 0 || buffer);
}

std::string_view block(const DllBuffer<BYTE>& buffer, DWORD size) {
  return buffer ? std::string_view(reinterpret_cast<const char*>(buffer.get()), size)
                : std::string_view();
}

}  // namespace

Outcome MprServer::enum_devices(records::Tables& answer) {
  auto devices = buffer<abi::mpr::MPR_DEVICE_0>();
  DWORD count = 0;
  Outcome outcome = ask(functions_.device_enum, handle_, DWORD{0}, devices.out_bytes(), &count);
  if (!outcome.succeeded()) return outcome;
  if ((count > 0 && !devices) || count > kMostEntries) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  auto& rows = answer.of(records::kDevice);
  for (DWORD i = 0; devices && i < count; ++i) records::kDevice.pack(devices.get()[i], rows);
  return outcome;
}

Outcome MprServer::get_transport(DWORD id, records::Tables& answer) {
  auto global = buffer<BYTE>();
  auto client = buffer<BYTE>();
  DWORD global_size = 0;
  DWORD client_size = 0;
  Outcome outcome = ask(functions_.transport_get_info, handle_, id, global.out_bytes(),
                        &global_size, client.out_bytes(), &client_size);
  if (!outcome.succeeded()) return outcome;
  if (!is_whole(global, global_size) || !is_whole(client, client_size)) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.add(records::kTransport,
             records::Transport{block(global, global_size), block(client, client_size)});
  return outcome;
}

}  // namespace rras::api::mprapi
