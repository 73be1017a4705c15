#include "simulator/control/values.h"

#include <cmath>

#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

constexpr double milliseconds = 1000;

Napi::Value number(Napi::Env env, double value) {
  return Napi::Number::New(env, value);
}

Napi::Value text(Napi::Env env, const Text& value) {
  return Napi::String::New(env, value);
}

void set_pair(std::uint32_t* low_and_high, std::uint64_t value) {
  low_and_high[0] = static_cast<std::uint32_t>(value);
  low_and_high[1] = static_cast<std::uint32_t>(value >> 32);
}

constexpr std::size_t numbers_per_port = 10;

void write_numbers(const Server& server, const Port& port, std::uint32_t* row) {
  const bool connected = port.connection != nullptr && port.connection->established;
  row[0] = port.ordinal;
  row[1] = static_cast<std::uint32_t>(port.type);
  row[2] = port.condition;
  row[3] = connected ? 1 : 0;
  row[4] = port.total_calls;
  row[5] = server.duration(port);
  set_pair(row + 6, port.handle);
  set_pair(row + 8, connected ? port.connection->handle : 0);
}

// In a scope of its own, so that the handles of a long listing do not pile up.
void set_name(Napi::Env env, Napi::Array texts, std::uint32_t index, const Text& name) {
  const Napi::HandleScope scope(env);
  texts.Set(index, text(env, name));
}

// Makes a JavaScript string of a text, and only once of one that comes again and again. The strings
// belong to the scope that is open around all of its calls: it must be the same one.
class RepeatedText {
 public:
  Napi::Value operator()(Napi::Env env, const Text& value) {
    if (string_.IsEmpty() || value != text_) {
      text_ = value;
      string_ = text(env, value);
    }
    return string_;
  }

 private:
  Text text_;
  Napi::Value string_;
};

// A quirk's value, by its type.
struct ToJs {
  Napi::Env env;
  Napi::Value operator()(std::uint32_t value) const { return Napi::Number::New(env, value); }
  Napi::Value operator()(std::uint64_t value) const { return Napi::BigInt::New(env, value); }
  Napi::Value operator()(bool value) const { return Napi::Boolean::New(env, value); }
  Napi::Value operator()(Clock::Time value) const { return to_js(env, value); }
  Napi::Value operator()(NameForm value) const {
    return Napi::Number::New(env, static_cast<double>(value));
  }
};

void assign(std::uint32_t& quirk, const Napi::Value& value) {
  quirk = to_number(value);
}
void assign(std::uint64_t& quirk, const Napi::Value& value) {
  quirk = to_handle(value).value_or(0);
}
void assign(bool& quirk, const Napi::Value& value) {
  quirk = value.As<Napi::Boolean>().Value();
}
void assign(Clock::Time& quirk, const Napi::Value& value) {
  quirk = to_time(value);
}
void assign(NameForm& quirk, const Napi::Value& value) {
  quirk = static_cast<NameForm>(to_number(value));
}

}  // namespace

std::uint32_t to_number(const Napi::Value& value) {
  return value.As<Napi::Number>().Uint32Value();
}

Text to_text(const Napi::Value& value) {
  return value.IsUndefined() ? Text() : value.As<Napi::String>().Utf16Value();
}

Clock::Time to_time(const Napi::Value& value) {
  if (value.IsUndefined()) {
    return Clock::Time::zero();
  }
  const double seconds = value.As<Napi::Number>().DoubleValue();
  return Clock::Time(static_cast<Clock::Time::rep>(std::llround(seconds * milliseconds)));
}

Napi::Value to_js(Napi::Env env, Clock::Time time) {
  return number(env, static_cast<double>(time.count()) / milliseconds);
}

std::optional<std::uint64_t> to_handle(const Napi::Value& value) {
  if (value.IsUndefined()) {
    return std::nullopt;
  }
  bool lossless = false;
  return value.As<Napi::BigInt>().Uint64Value(&lossless);
}

Port& to_port(const Server& server, const Napi::Value& value) {
  Port* port = server.ports().find(to_number(value));
  if (port == nullptr) {
    throw Mistake{u"The port is not there any more"};
  }
  return *port;
}

Connection& to_connection(const Server& server, const Napi::Value& value) {
  Connection* connection = server.connections().find(to_number(value));
  if (connection == nullptr) {
    throw Mistake{u"The connection is not there any more"};
  }
  return *connection;
}

Napi::Object to_js(Napi::Env env, const Server& server, std::size_t first_port) {
  const std::size_t count = server.ports().size() - first_port;
  Napi::Uint32Array numbers = Napi::Uint32Array::New(env, count * numbers_per_port);
  Napi::Array texts = Napi::Array::New(env, count * 4);
  RepeatedText media;
  RepeatedText device;
  RepeatedText device_type;
  std::uint32_t next_text = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Port& port = server.ports()[first_port + i];
    write_numbers(server, port, numbers.Data() + i * numbers_per_port);
    set_name(env, texts, next_text++, port.name);
    texts.Set(next_text++, media(env, port.media));
    texts.Set(next_text++, device(env, port.device));
    texts.Set(next_text++, device_type(env, port.device_type));
  }
  Napi::Object rows = Napi::Object::New(env);
  rows.Set("numbers", numbers);
  rows.Set("texts", texts);
  return rows;
}

Napi::Object to_js(Napi::Env env, const Server& server, const Connection& connection) {
  Napi::Array ports = Napi::Array::New(env, connection.links.size());
  for (std::size_t i = 0; i < connection.links.size(); ++i) {
    ports.Set(static_cast<std::uint32_t>(i), text(env, connection.links[i]->name));
  }
  Napi::Object object = Napi::Object::New(env);
  object.Set("ordinal", number(env, connection.ordinal));
  object.Set("handle", Napi::BigInt::New(env, connection.handle));
  object.Set("user", text(env, connection.user));
  object.Set("computer", text(env, connection.computer));
  object.Set("domain", text(env, connection.domain));
  object.Set("ports", ports);
  object.Set("authenticated", connection.established);
  object.Set("duration", number(env, server.duration(connection)));
  return object;
}

Napi::Array to_js(Napi::Env env, const std::deque<JournalEntry>& journal) {
  Napi::Array entries = Napi::Array::New(env, journal.size());
  std::uint32_t next = 0;
  for (const JournalEntry& entry : journal) {
    const Napi::HandleScope scope(env);
    Napi::Object object = Napi::Object::New(env);
    object.Set("function", entry.function);
    object.Set("server", text(env, entry.server));
    if (entry.port) {
      object.Set("port", text(env, *entry.port));
    }
    object.Set("status", number(env, entry.status));
    object.Set("at", to_js(env, entry.at));
    entries.Set(next++, object);
  }
  return entries;
}

Napi::Object to_js(Napi::Env env, const Quirks& quirks) {
  Napi::Object object = Napi::Object::New(env);
  visit_quirks(quirks, dialect().has_handles,
               [&](const char* name, const auto& value) { object.Set(name, ToJs{env}(value)); });
  return object;
}

void assign_quirks(Quirks& quirks, const Napi::Object& values) {
  visit_quirks(quirks, dialect().has_handles, [&](const char* name, auto& quirk) {
    const Napi::Value value = values.Get(name);
    if (!value.IsUndefined()) {
      assign(quirk, value);
    }
  });
}

Caller to_caller(const Server& server, const Napi::Object& values) {
  Caller caller;
  caller.user = to_text(values.Get("user"));
  caller.computer = to_text(values.Get("computer"));
  caller.domain = to_text(values.Get("domain"));
  if (const Napi::Value type = values.Get("type"); !type.IsUndefined()) {
    caller.type = static_cast<PortType>(to_number(type));
  }
  if (const Napi::Value port = values.Get("port"); !port.IsUndefined()) {
    caller.port = &to_port(server, port);
  }
  caller.links = to_number(values.Get("links"));
  caller.handle = to_handle(values.Get("handle"));
  caller.authentication = to_time(values.Get("authenticationTime"));
  caller.callback = to_time(values.Get("callbackTime"));
  return caller;
}

PortByHand to_port_by_hand(const Napi::Object& values) {
  PortByHand by_hand;
  Port& port = by_hand.port;
  if (const auto handle = to_handle(values.Get("handle"))) {
    port.handle = *handle;
    port.handle_by_hand = true;
  }
  port.type = static_cast<PortType>(to_number(values.Get("type")));
  port.condition = to_number(values.Get("condition"));
  port.name = to_text(values.Get("name"));
  port.media = to_text(values.Get("mediaName"));
  port.device = to_text(values.Get("deviceName"));
  port.device_type = to_text(values.Get("deviceType"));
  port.total_calls = to_number(values.Get("totalCalls"));
  by_hand.duration = to_number(values.Get("connectDuration"));
  by_hand.connected = values.Get("connected").As<Napi::Boolean>().Value();
  by_hand.connection = to_handle(values.Get("connection"));
  by_hand.user = to_text(values.Get("user"));
  by_hand.computer = to_text(values.Get("computer"));
  by_hand.domain = to_text(values.Get("domain"));
  return by_hand;
}

}  // namespace rras::simulator
