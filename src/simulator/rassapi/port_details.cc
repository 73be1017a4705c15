#include "simulator/rassapi/port_details.h"

#if defined(RRAS_SIMULATOR_DIALECT_RASSAPI)

#include <algorithm>

#include "simulator/library_state.h"

namespace rras::simulator {

using namespace abi;

namespace {

// The number of bytes before compression. The ratio is the size after compression in percent.
DWORD uncompressed(DWORD bytes, DWORD ratio) {
  constexpr std::uint64_t whole = 100;
  return ratio == 0 ? bytes : static_cast<DWORD>(bytes * whole / ratio);
}

struct Counts {
  DWORD sent;
  DWORD received;
  DWORD sent_uncompressed;
  DWORD received_uncompressed;
};

template <typename Thing>
Counts bytes(const Server& server, const Thing& thing, const Connection& connection) {
  const DWORD sent = server.counter(thing, Counter::bytes_sent);
  const DWORD received = server.counter(thing, Counter::bytes_received);
  return {sent, received, uncompressed(sent, connection.compression_ratio_out),
          uncompressed(received, connection.compression_ratio_in)};
}

}  // namespace

void write_projection(const Connection& connection, rassapi::RAS_PPP_PROJECTION_RESULT& into) {
  const Projection& projection = connection.projection;
  into.nbf.dwError = projection.nbf.dwError;
  copy_text(into.nbf.wszWksta, bounded(projection.nbf.wszWksta));
  // The NetBIOS name in the code page of the machine; only its ASCII characters are kept.
  const TextView computer = bounded(projection.nbf.wszWksta);
  const std::size_t length = std::min(computer.size(), sizeof(into.nbf.szName) - 1);
  std::transform(computer.begin(), computer.begin() + static_cast<std::ptrdiff_t>(length),
                 into.nbf.szName,
                 [](char16_t unit) { return static_cast<char>(unit < 0x80 ? unit : u'?'); });
  into.ip.dwError = projection.ip.dwError;
  // No document says which of the two addresses this is. The simulator gives the client's.
  copy_text(into.ip.wszAddress, bounded(projection.ip.wszRemoteAddress));
  into.ipx.dwError = projection.ipx.dwError;
  copy_text(into.ipx.wszAddress, bounded(projection.ipx.wszAddress));
  into.at.dwError = projection.at.dwError;
  copy_text(into.at.wszAddress, bounded(projection.at.wszAddress));
}

void write_statistics(const Server& server, const Port& port, rassapi::RAS_PORT_STATISTICS& into) {
  into = {};
  if (port.connection == nullptr || !port.connection->established) {
    return;
  }
  const Connection& connection = *port.connection;
  const auto of_all = [&](Counter counter) { return server.counter(connection, counter); };
  const auto of_port = [&](Counter counter) { return server.counter(port, counter); };
  const Counts all = bytes(server, connection, connection);
  const Counts own = bytes(server, port, connection);
  into.dwBytesXmited = all.sent;
  into.dwBytesRcved = all.received;
  into.dwFramesXmited = of_all(Counter::frames_sent);
  into.dwFramesRcved = of_all(Counter::frames_received);
  into.dwCrcErr = of_all(Counter::crc_errors);
  into.dwTimeoutErr = of_all(Counter::timeout_errors);
  into.dwAlignmentErr = of_all(Counter::alignment_errors);
  into.dwHardwareOverrunErr = of_all(Counter::hardware_overruns);
  into.dwFramingErr = of_all(Counter::framing_errors);
  into.dwBufferOverrunErr = of_all(Counter::buffer_overruns);
  into.dwBytesXmitedUncompressed = all.sent_uncompressed;
  into.dwBytesRcvedUncompressed = all.received_uncompressed;
  into.dwBytesXmitedCompressed = all.sent;
  into.dwBytesRcvedCompressed = all.received;
  into.dwPortBytesXmited = own.sent;
  into.dwPortBytesRcved = own.received;
  into.dwPortFramesXmited = of_port(Counter::frames_sent);
  into.dwPortFramesRcved = of_port(Counter::frames_received);
  into.dwPortCrcErr = of_port(Counter::crc_errors);
  into.dwPortTimeoutErr = of_port(Counter::timeout_errors);
  into.dwPortAlignmentErr = of_port(Counter::alignment_errors);
  into.dwPortHardwareOverrunErr = of_port(Counter::hardware_overruns);
  into.dwPortFramingErr = of_port(Counter::framing_errors);
  into.dwPortBufferOverrunErr = of_port(Counter::buffer_overruns);
  into.dwPortBytesXmitedUncompressed = own.sent_uncompressed;
  into.dwPortBytesRcvedUncompressed = own.received_uncompressed;
  into.dwPortBytesXmitedCompressed = own.sent;
  into.dwPortBytesRcvedCompressed = own.received;
}

bool write_parameters(const Callee& callee, const Port& port, void*& buffer) {
  buffer = nullptr;
  std::size_t size = port.parameters.size() * sizeof(rassapi::RAS_PARAMETERS);
  for (const PortParameter& parameter : port.parameters) {
    size += parameter.text ? parameter.text->size() : 0;
  }
  if (size == 0 && !callee.server->quirks.empty_buffer) {
    return true;
  }
  buffer = library_state().buffers.allocate(size, callee.world, *callee.server);
  if (buffer == nullptr) {
    return false;
  }
  auto* entry = static_cast<rassapi::RAS_PARAMETERS*>(buffer);
  auto* text = reinterpret_cast<CHAR*>(entry + port.parameters.size());
  for (const PortParameter& parameter : port.parameters) {
    parameter.key.copy(entry->P_Key, sizeof(entry->P_Key));
    entry->P_Attributes = parameter.attributes;
    if (parameter.text) {
      entry->P_Type = rassapi::ParamString;
      entry->P_Value.String.Length = static_cast<DWORD>(parameter.text->size());
      entry->P_Value.String.Data = text;
      text += parameter.text->copy(text, parameter.text->size());
    } else {
      entry->P_Type = rassapi::ParamNumber;
      entry->P_Value.Number = parameter.number;
    }
    ++entry;
  }
  return true;
}

}  // namespace rras::simulator

#endif
