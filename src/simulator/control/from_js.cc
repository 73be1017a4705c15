#include <cmath>
#include <type_traits>

#include "shared/guid.h"
#include "simulator/control/values.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

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

// The details of a connection.
void assign(Text& detail, const js::Given& value) {
  detail = value.text();
}
void assign(abi::GUID& detail, const js::Given& value) {
  detail = shared::read_guid(value.text()).value_or(abi::GUID{});
}
template <std::size_t Size>
void assign(char16_t (&detail)[Size], const js::Given& value) {
  copy_text(detail, value.text());
}
// JavaScript has the eight bytes as one number, the most significant first.
void assign(abi::BYTE (&detail)[8], const js::Given& value) {
  std::uint64_t rest = value.handle();
  for (std::size_t i = 8; i-- > 0; rest >>= 8) {
    detail[i] = static_cast<abi::BYTE>(rest);
  }
}

std::optional<std::uint64_t> to_handle(const js::Given& value) {
  return value.there() ? std::optional(value.handle()) : std::nullopt;
}

}  // namespace

std::vector<PortParameter> to_parameters(const js::Given& values) {
  std::vector<PortParameter> parameters;
  const auto ansi = [](const std::vector<std::uint8_t>& bytes) {
    return std::string(bytes.begin(), bytes.end());
  };
  for (const js::Given& value : values.list()) {
    PortParameter parameter;
    parameter.key = ansi(value["key"].bytes());
    parameter.attributes = static_cast<std::uint8_t>(value["attributes"].dword());
    parameter.number = value["number"].dword();
    if (const js::Given text = value["text"]; text.there()) {
      parameter.text = ansi(text.bytes());
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

Clock::Time to_time(const js::Given& seconds) {
  return Clock::Time(
      static_cast<Clock::Time::rep>(std::llround(seconds.number() * milliseconds_in_a_second)));
}

Port& to_port(const Server& server, const js::Given& ordinal) {
  Port* port = server.ports().find(ordinal.dword());
  if (port == nullptr) {
    throw Mistake::not_found(u"The port no longer exists");
  }
  return *port;
}

Connection& to_connection(const Server& server, const js::Given& ordinal) {
  Connection* connection = server.connections().find(ordinal.dword());
  if (connection == nullptr) {
    throw Mistake::not_found(u"The connection no longer exists");
  }
  return *connection;
}

void assign_details(ConnectionDetails& details, const js::Given& values) {
  visit_details(details, [&](const char* name, auto& detail) {
    const js::Given value = values[name];
    if (value.there()) {
      assign(detail, value);
    }
  });
}

Functions to_functions(const js::Given& names) {
  std::vector<std::string> functions;
  for (const js::Given& name : names.list()) {
    // Names of functions are ASCII.
    const Text text = name.text();
    functions.emplace_back(text.begin(), text.end());
  }
  return Functions(std::move(functions));
}

Traffic to_traffic(const js::Given& values) {
  Traffic traffic{};
  for (std::size_t i = 0; i < counter_kinds; ++i) {
    const js::Given value = values[counter_names[i]];
    if (value.there()) {
      traffic[i] = static_cast<std::uint64_t>(value.number());
    }
  }
  return traffic;
}

Caller to_caller(const Server& server, const js::Given& values) {
  Caller caller;
  caller.tell = [told = values["details"]](ConnectionDetails& details) {
    assign_details(details, told);
  };
  if (const js::Given protocol = values["protocol"]; protocol.there()) {
    caller.protocol = static_cast<Protocol>(protocol.dword());
  }
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
  port.hardware_failed = values["hardwareFailed"].flag();
  port.line_speed = values["lineSpeed"].dword();
  port.parameters = to_parameters(values["parameters"]);
  by_hand.duration = values["connectDuration"].dword();
  by_hand.connected = values["connected"].flag();
  by_hand.connection = to_handle(values["connection"]);
  by_hand.tell = [told = values["details"]](ConnectionDetails& details) {
    assign_details(details, told);
  };
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
