#include <cmath>
#include <type_traits>

#include "simulator/control/values.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

constexpr double milliseconds = 1000;

void assign(std::uint32_t& quirk, const js::Given& value) {
  quirk = value.dword();
}
void assign(std::uint64_t& quirk, const js::Given& value) {
  quirk = value.handle();
}
void assign(bool& quirk, const js::Given& value) {
  quirk = value.flag();
}
void assign(Clock::Time& quirk, const js::Given& value) {
  quirk = to_time(value);
}
template <typename Word, std::enable_if_t<std::is_enum_v<Word>, bool> = true>
void assign(Word& quirk, const js::Given& value) {
  quirk = static_cast<Word>(value.dword());
}

std::optional<std::uint64_t> to_handle(const js::Given& value) {
  return value.there() ? std::optional(value.handle()) : std::nullopt;
}

}  // namespace

Clock::Time to_time(const js::Given& seconds) {
  return Clock::Time(static_cast<Clock::Time::rep>(std::llround(seconds.number() * milliseconds)));
}

Port& to_port(const Server& server, const js::Given& ordinal) {
  Port* port = server.ports().find(ordinal.dword());
  if (port == nullptr) {
    throw Mistake{u"The port is not there any more"};
  }
  return *port;
}

Connection& to_connection(const Server& server, const js::Given& ordinal) {
  Connection* connection = server.connections().find(ordinal.dword());
  if (connection == nullptr) {
    throw Mistake{u"The connection is not there any more"};
  }
  return *connection;
}

Caller to_caller(const Server& server, const js::Given& values) {
  Caller caller;
  caller.user = values["user"].text();
  caller.computer = values["computer"].text();
  caller.domain = values["domain"].text();
  if (const js::Given type = values["type"]; type.there()) {
    caller.type = static_cast<PortType>(type.dword());
  }
  if (const js::Given port = values["port"]; port.there()) {
    caller.port = &to_port(server, port);
  }
  caller.links = values["links"].dword();
  caller.handle = to_handle(values["handle"]);
  caller.authentication = to_time(values["authenticationTime"]);
  caller.callback = to_time(values["callbackTime"]);
  return caller;
}

PortByHand to_port_by_hand(const js::Given& values) {
  PortByHand by_hand;
  Port& port = by_hand.port;
  if (const js::Given handle = values["handle"]; handle.there()) {
    port.handle = handle.handle();
    port.handle_by_hand = true;
  }
  port.type = static_cast<PortType>(values["type"].dword());
  port.condition = values["condition"].dword();
  port.name = values["name"].text();
  port.media = values["mediaName"].text();
  port.device = values["deviceName"].text();
  port.device_type = values["deviceType"].text();
  port.total_calls = values["totalCalls"].dword();
  by_hand.duration = values["connectDuration"].dword();
  by_hand.connected = values["connected"].flag();
  by_hand.connection = to_handle(values["connection"]);
  by_hand.user = values["user"].text();
  by_hand.computer = values["computer"].text();
  by_hand.domain = values["domain"].text();
  return by_hand;
}

void assign_quirks(Quirks& quirks, const js::Given& values) {
  visit_quirks(quirks, dialect().has_handles, [&](const char* name, auto& quirk) {
    const js::Given value = values[name];
    if (value.there()) {
      assign(quirk, value);
    }
  });
}

}  // namespace rras::simulator
