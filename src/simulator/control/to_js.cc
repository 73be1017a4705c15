#include <variant>

#include "shared/guid.h"
#include "simulator/control/values.h"
#include "simulator/dialect.h"

namespace rras::simulator {

namespace {

void set_pair(std::uint32_t* low_and_high, std::uint64_t value) {
  low_and_high[0] = static_cast<std::uint32_t>(value);
  low_and_high[1] = static_cast<std::uint32_t>(value >> 32);
}

constexpr std::size_t numbers_per_port = 11;
constexpr std::size_t texts_per_port = 4;
constexpr std::size_t texts_per_user = 3;

bool connected(const Port& port) {
  return port.connection != nullptr && port.connection->established;
}

void write_numbers(const Server& server, const Port& port, std::uint32_t* row) {
  const Connection* connection = connected(port) ? port.connection : nullptr;
  row[0] = port.ordinal;
  row[1] = static_cast<std::uint32_t>(port.type);
  row[2] = port.condition;
  row[3] = connection == nullptr ? 0 : 1;
  row[4] = port.total_calls;
  row[5] = server.duration(port);
  set_pair(row + 6, port.handle);
  set_pair(row + 8, connection == nullptr ? 0 : connection->handle);
  row[10] = connection == nullptr ? 0 : server.session_start(*connection);
}

// `port_at(i)` is the port of row i.
template <typename PortAt>
napi_value numbers_of(napi_env env, const Server& server, std::size_t count,
                      const PortAt& port_at) {
  void* data = nullptr;
  napi_value buffer = nullptr;
  const std::size_t numbers = count * numbers_per_port;
  if (napi_create_arraybuffer(env, numbers * sizeof(std::uint32_t), &data, &buffer) != napi_ok) {
    return nullptr;
  }
  for (std::size_t i = 0; i < count; ++i) {
    write_numbers(server, port_at(i), static_cast<std::uint32_t*>(data) + i * numbers_per_port);
  }
  napi_value array = nullptr;
  const bool made =
      napi_create_typedarray(env, napi_uint32_array, numbers, buffer, 0, &array) == napi_ok;
  return made ? array : nullptr;
}

// Makes a JavaScript string of a text, and reuses it while the text is the same. All calls must be
// in one scope, because the string belongs to the scope in which it was made.
class RepeatedText {
 public:
  napi_value operator()(napi_env env, const Text& text) {
    if (string_ == nullptr || text != text_) {
      text_ = text;
      string_ = js::text(env, text);
    }
    return string_;
  }

 private:
  Text text_;
  napi_value string_ = nullptr;
};

template <typename PortAt>
napi_value texts_of(napi_env env, std::size_t count, const PortAt& port_at) {
  js::Array texts(env, count * texts_per_port);
  RepeatedText media;
  RepeatedText device;
  RepeatedText device_type;
  const auto append_name = [&](const Port& port) {
    const js::Scope scope(env);
    texts.append(js::text(env, port.name));
  };
  for (std::size_t i = 0; i < count; ++i) {
    const Port& port = port_at(i);
    append_name(port);
    texts.append(media(env, port.media));
    texts.append(device(env, port.device));
    texts.append(device_type(env, port.device_type));
  }
  return texts.value();
}

// Of the ports with a user on them, in their order.
template <typename PortAt>
napi_value users_of(napi_env env, std::size_t count, const PortAt& port_at) {
  std::size_t users = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (connected(port_at(i))) ++users;
  }
  js::Array texts(env, users * texts_per_user);
  for (std::size_t i = 0; i < count; ++i) {
    const Port& port = port_at(i);
    if (connected(port)) {
      const js::Scope scope(env);
      texts.append(js::text(env, port.connection->user));
      texts.append(js::text(env, port.connection->computer));
      texts.append(js::text(env, port.connection->domain));
    }
  }
  return texts.value();
}

template <typename PortAt>
napi_value rows_of(napi_env env, const Server& server, std::size_t count, const PortAt& port_at) {
  js::Object rows(env);
  rows.set("numbers", numbers_of(env, server, count, port_at));
  rows.set("texts", texts_of(env, count, port_at));
  rows.set("users", users_of(env, count, port_at));
  return rows.value();
}

// A quirk's value or a connection's detail, by its type.
struct ToJs {
  napi_env env;
  napi_value operator()(const Text& value) const { return js::text(env, value); }
  napi_value operator()(const abi::GUID& value) const {
    return js::text(env, shared::guid_text(value));
  }
  template <std::size_t Size>
  napi_value operator()(const char16_t (&value)[Size]) const {
    return js::text(env, Text(bounded(value)));
  }
  // Eight bytes as one number, the most significant first.
  napi_value operator()(const abi::BYTE (&value)[8]) const {
    std::uint64_t number = 0;
    for (const abi::BYTE byte : value) {
      number = number << 8 | byte;
    }
    return js::handle(env, number);
  }
  napi_value operator()(std::uint32_t value) const { return js::number(env, value); }
  napi_value operator()(std::uint64_t value) const { return js::handle(env, value); }
  napi_value operator()(bool value) const { return js::flag(env, value); }
  napi_value operator()(Clock::Time value) const { return to_js(env, value); }
  template <typename Word, std::enable_if_t<std::is_enum_v<Word>, bool> = true>
  napi_value operator()(Word value) const {
    return js::number(env, static_cast<double>(value));
  }
};

struct ArgumentToJs {
  napi_env env;
  napi_value operator()(std::nullptr_t) const { return js::null(env); }
  napi_value operator()(std::uint64_t value) const {
    return js::number(env, static_cast<double>(value));
  }
  napi_value operator()(const Text& value) const { return js::text(env, value); }
};

}  // namespace

napi_value to_js(napi_env env, Clock::Time time) {
  return js::number(env, static_cast<double>(time.count()) / milliseconds_in_a_second);
}

napi_value to_js(napi_env env, const Server& server, std::size_t first_port) {
  return rows_of(env, server, server.ports().size() - first_port,
                 [&](std::size_t i) -> const Port& { return server.ports()[first_port + i]; });
}

napi_value to_js(napi_env env, const Server& server, const Connection& connection) {
  const auto link = [&](std::size_t i) -> const Port& { return *connection.links[i]; };
  js::Array messages(env, connection.messages.size());
  for (const Text& message : connection.messages) {
    messages.append(js::text(env, message));
  }
  js::Object object(env);
  object.set("ordinal", js::number(env, connection.ordinal));
  object.set("handle", js::handle(env, connection.handle));
  object.set("protocol", js::number(env, static_cast<double>(connection.protocol)));
  object.set("userName", js::text(env, connection.user));
  object.set("computer", js::text(env, connection.computer));
  object.set("logonDomain", js::text(env, connection.domain));
  object.set("guid", js::text(env, shared::guid_text(connection.guid)));
  const auto& ip = connection.projection.ip;
  object.set("localAddress", js::text(env, Text(bounded(ip.wszAddress))));
  object.set("remoteAddress", js::text(env, Text(bounded(ip.wszRemoteAddress))));
  object.set("localEndpoint", js::text(env, connection.local_endpoint));
  object.set("remoteEndpoint", js::text(env, connection.remote_endpoint));
  object.set("isDormant", js::flag(env, connection.dormant));
  object.set("switchOvers", js::number(env, connection.switch_overs));
  object.set("quarantine", js::number(env, connection.quarantine));
  if (const auto end = server.probation_end(connection)) {
    object.set("probationEnds", js::number(env, static_cast<double>(end->count())));
  }
  object.set("messages", messages.value());
  object.set("ports", rows_of(env, server, connection.links.size(), link));
  object.set("isAuthenticated", js::flag(env, connection.established));
  object.set("connectDuration", js::number(env, server.duration(connection)));
  return object.value();
}

napi_value to_js(napi_env env, const ConnectionDetails& details) {
  js::Object object(env);
  visit_details(details,
                [&](const char* name, const auto& value) { object.set(name, ToJs{env}(value)); });
  return object.value();
}

void set_call(napi_env env, js::Object& object, const KeptCall& call) {
  if (call.port) {
    object.set("port", js::text(env, *call.port));
  }
  js::Object arguments(env);
  for (const KeptArgument& argument : call.arguments) {
    arguments.set(argument.name, std::visit(ArgumentToJs{env}, argument.value));
  }
  object.set("arguments", arguments.value());
}

napi_value to_js(napi_env env, const std::deque<JournalEntry>& journal) {
  js::Array entries(env, journal.size());
  for (const JournalEntry& entry : journal) {
    const js::Scope scope(env);
    js::Object object(env);
    object.set("function", js::text(env, entry.function));
    object.set("server", js::text(env, entry.server));
    set_call(env, object, entry.call);
    object.set("status", js::number(env, entry.status));
    object.set("at", to_js(env, entry.at));
    entries.append(object.value());
  }
  return entries.value();
}

napi_value to_js(napi_env env, const Quirks& quirks) {
  js::Object object(env);
  visit_quirks(quirks, dialect().has_handles,
               [&](const char* name, const auto& value) { object.set(name, ToJs{env}(value)); });
  return object.value();
}

napi_value custom_info_to_js(napi_env env, const CustomInfo& info) {
  js::Object object(env);
  object.set("saLifeTime", js::number(env, info.sa_life_time));
  object.set("saDataSize", js::number(env, info.sa_data_size));
  object.set("mainModeSaLifeTime", js::number(env, info.main_mode_sa_life_time));
  const auto bytes = [env](const std::vector<std::uint8_t>& value) {
    return js::bytes(env, value.data(), value.size());
  };
  object.set("certificateName", bytes(info.certificate_name));
  object.set("certificateHash", bytes(info.certificate_hash));
  if (info.policy) {
    js::Object policy(env);
    policy.set("integrityMethod", js::number(env, info.policy->dwIntegrityMethod));
    policy.set("encryptionMethod", js::number(env, info.policy->dwEncryptionMethod));
    policy.set("cipherTransform", js::number(env, info.policy->dwCipherTransformConstant));
    policy.set("authenticationTransform", js::number(env, info.policy->dwAuthTransformConstant));
    policy.set("pfsGroup", js::number(env, info.policy->dwPfsGroup));
    policy.set("dhGroup", js::number(env, info.policy->dwDhGroup));
    object.set("policy", policy.value());
  }
  return object.value();
}

}  // namespace rras::simulator
