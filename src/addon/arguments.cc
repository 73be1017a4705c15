#include "addon/arguments.h"

#include <cmath>
#include <utility>
#include <vector>

#include "addon/notification.h"
#include "shared/guid.h"

namespace rras::addon {

namespace {

constexpr double kLargestSafeInteger = 9007199254740991.0;

bool is_whole(double value, double largest) {
  return value >= 0 && value <= largest && std::floor(value) == value;
}

bool is_absent(const Napi::Value& value) {
  return value.IsUndefined() || value.IsNull();
}

}  // namespace

void Arguments::expect(bool condition, const char* what) {
  if (!condition && wrong_ == nullptr) wrong_ = what;
}

Napi::Value Arguments::reject() const {
  Napi::Env env = info_.Env();
  std::string message = std::string("rras: the native call was given a wrong ") + wrong_;
  Napi::TypeError::New(env, message).ThrowAsJavaScriptException();
  return env.Undefined();
}

std::optional<abi::DWORD> Arguments::dword_of(const Napi::Value& value, const char* what) {
  if (is_absent(value)) return std::nullopt;
  double number = value.IsNumber() ? value.As<Napi::Number>().DoubleValue() : -1;
  bool fits = is_whole(number, 0xFFFFFFFF);
  expect(fits, what);
  return fits ? static_cast<abi::DWORD>(number) : 0;
}

std::optional<std::uint64_t> Arguments::id_of(const Napi::Value& value, const char* what) {
  if (is_absent(value)) return std::nullopt;
  double number = value.IsNumber() ? value.As<Napi::Number>().DoubleValue() : -1;
  bool fits = is_whole(number, kLargestSafeInteger);
  expect(fits, what);
  return fits ? static_cast<std::uint64_t>(number) : 0;
}

std::optional<std::u16string> Arguments::text_of(const Napi::Value& value, const char* what) {
  if (is_absent(value)) return std::nullopt;
  expect(value.IsString(), what);
  return value.IsString() ? value.As<Napi::String>().Utf16Value() : std::u16string();
}

std::optional<abi::GUID> Arguments::guid_of(const Napi::Value& value, const char* what) {
  std::optional<std::u16string> text = text_of(value, what);
  if (!text) return std::nullopt;
  std::optional<abi::GUID> guid = shared::read_guid(*text);
  expect(guid.has_value(), what);
  return guid;
}

std::optional<Napi::Uint8Array> Arguments::bytes_of(const Napi::Value& value, const char* what) {
  if (is_absent(value)) return std::nullopt;
  const bool is_bytes =
      value.IsTypedArray() && value.As<Napi::TypedArray>().TypedArrayType() == napi_uint8_array;
  expect(is_bytes, what);
  return is_bytes ? std::optional(value.As<Napi::Uint8Array>()) : std::nullopt;
}

template <typename Value>
Value Arguments::required(std::optional<Value> value, const char* what) {
  expect(value.has_value(), what);
  return value ? std::move(*value) : Value{};
}

// Empty for an absent argument, which is not an error.
std::optional<Napi::Object> Arguments::next_object(const char* what) {
  Napi::Value value = next_value();
  if (is_absent(value)) return std::nullopt;
  expect(value.IsObject(), what);
  if (!good()) return std::nullopt;
  return value.As<Napi::Object>();
}

double Arguments::ticket() {
  return static_cast<double>(id_of(next_value(), "ticket").value_or(0));
}

std::shared_ptr<ServerSession> Arguments::session() {
  std::shared_ptr<ServerSession> session = session_of(next_value());
  expect(session != nullptr, "server session");
  return session;
}

api::LibraryChoice Arguments::library_choice() {
  api::LibraryChoice choice;
  std::optional<Napi::Object> object = next_object("library");
  expect(object.has_value(), "library");
  if (!good()) return choice;
  auto member = [&](const char* name) -> std::string {
    Napi::Value value = object->Get(name);
    if (is_absent(value)) return "";
    expect(value.IsString(), "library");
    return value.IsString() ? value.As<Napi::String>().Utf8Value() : "";
  };
  choice.path = member("path");
  choice.dialect = member("dialect");
  return choice;
}

void Arguments::read(abi::DWORD& value) {
  value = required(dword_of(next_value(), "number"), "number");
}

void Arguments::read(std::optional<abi::DWORD>& value) {
  value = dword_of(next_value(), "number");
}

void Arguments::read(std::uint64_t& id) {
  id = required(id_of(next_value(), "id"), "id");
}

void Arguments::read(std::optional<std::uint64_t>& id) {
  id = id_of(next_value(), "id");
}

void Arguments::read(std::u16string& text) {
  text = required(text_of(next_value(), "text"), "text");
}

void Arguments::read(api::Name& name) {
  name = text_of(next_value(), "text");
}

// A Uint8Array, or null for no bytes.
void Arguments::read(shared::Secret& secret) {
  const auto bytes = bytes_of(next_value(), "secret");
  if (bytes) secret = shared::Secret(bytes->Data(), bytes->ByteLength());
}

void Arguments::read(api::Bytes& bytes) {
  const auto given = bytes_of(next_value(), "bytes");
  if (given) bytes.assign(given->Data(), given->Data() + given->ByteLength());
}

// Empty for null: an empty list of bytes is something else.
void Arguments::read(std::optional<api::Bytes>& bytes) {
  const auto given = bytes_of(next_value(), "bytes");
  if (given) bytes.emplace(given->Data(), given->Data() + given->ByteLength());
}

// Handle, name.
void Arguments::read(api::PortTarget& port) {
  port.handle = required(id_of(next_value(), "port handle"), "port");
  port.name = required(text_of(next_value(), "port name"), "port");
}

void Arguments::read(std::optional<api::Expectation>& expected) {
  std::optional<Napi::Object> object = next_object("expectation");
  if (!object) return;
  Napi::Value snapshot = object->Get("snapshot");
  expect(snapshot.IsBoolean(), "expectation");
  if (!good()) return;
  auto number = [&](const char* name) { return dword_of(object->Get(name), "expectation"); };
  auto text = [&](const char* name) { return text_of(object->Get(name), "expectation"); };
  api::Expectation& port = expected.emplace();
  port.name = text("name").value_or(u"");
  port.snapshot = snapshot.As<Napi::Boolean>().Value();
  port.connection = id_of(object->Get("connection"), "expectation");
  port.condition = number("condition");
  port.total_calls = number("totalCalls");
  port.connect_duration = number("connectDuration");
  port.user_name = text("userName");
  port.logon_domain = text("logonDomain");
  port.computer = text("computer");
  port.session_start = number("sessionStart");
}

void Arguments::read(std::optional<api::ConnectionExpectation>& expected) {
  std::optional<Napi::Object> object = next_object("expectation");
  if (!object) return;
  auto text = [&](const char* name) { return text_of(object->Get(name), "expectation"); };
  api::ConnectionExpectation& connection = expected.emplace();
  connection.guid = guid_of(object->Get("guid"), "expectation");
  connection.user_name = text("userName");
  connection.logon_domain = text("logonDomain");
  connection.computer = text("computer");
  connection.connect_duration = dword_of(object->Get("connectDuration"), "expectation");
}

// Interface index, local endpoint, remote endpoint.
void Arguments::read(api::ConnectionUpdate& update) {
  read(update.interface_index);
  read(update.local_endpoint);
  read(update.remote_endpoint);
}

// A list of counts and flags: four for PPTP and L2TP, six with SSTP.
void Arguments::read(api::PortCounts& counts) {
  Napi::Value list = next_value();
  std::uint32_t length = list.IsArray() ? list.As<Napi::Array>().Length() : 0;
  expect(length == 4 || length == 6, "list of numbers");
  if (!good()) return;
  auto number = [&](std::uint32_t place) {
    return required(dword_of(list.As<Napi::Array>().Get(place), "list of numbers"),
                    "list of numbers");
  };
  counts.pptp = {number(0), number(1)};
  counts.l2tp = {number(2), number(3)};
  if (length == 6) counts.sstp = api::PortCount{number(4), number(5)};
}

void Arguments::read(api::ServerExSettings& settings) {
  std::optional<Napi::Object> object = next_object("settings");
  expect(object.has_value(), "settings");
  if (!good()) return;
  Napi::Array names = object->GetPropertyNames();
  for (std::uint32_t i = 0; i < names.Length(); ++i) {
    Napi::Value name = names.Get(i);
    abi::DWORD value = required(dword_of(object->Get(name), "settings"), "settings");
    settings.push_back({name.ToString().Utf8Value(), value});
  }
}

// Level, privilege, phone number, second privilege.
void Arguments::read(api::DialInRights& rights) {
  rights.level = dword_of(next_value(), "level");
  auto privilege = next<abi::DWORD>();
  read(rights.phone_number);
  auto privilege2 = next<abi::DWORD>();
  expect(privilege <= 0xFF && privilege2 <= 0xFF, "privilege");
  rights.privilege = static_cast<abi::BYTE>(privilege);
  rights.privilege2 = static_cast<abi::BYTE>(privilege2);
}

// Handle, name, type.
void Arguments::read(api::InterfaceTarget& target) {
  target.handle = id_of(next_value(), "interface");
  target.name = text_of(next_value(), "interface");
  target.type = dword_of(next_value(), "interface");
  expect(target.handle || target.name, "interface");
}

// An object of makeEvent, or null.
void Arguments::read(api::OptionalEvent& event) {
  Napi::Value value = next_value();
  if (is_absent(value)) return;
  event = event_of(value);
  expect(event != nullptr, "event");
}

// An object with numbers, texts and bytes.
void Arguments::read(api::InterfaceSettings& settings) {
  std::optional<Napi::Object> object = next_object("settings");
  expect(object.has_value(), "settings");
  if (!good()) return;
  Napi::Array names = object->GetPropertyNames();
  for (std::uint32_t i = 0; i < names.Length(); ++i) {
    Napi::Value name = names.Get(i);
    Napi::Value value = object->Get(name);
    api::InterfaceSetting& setting = settings.emplace_back();
    setting.name = name.ToString().Utf8Value();
    if (value.IsString()) {
      setting.value = value.As<Napi::String>().Utf16Value();
    } else if (value.IsTypedArray() &&
               value.As<Napi::TypedArray>().TypedArrayType() == napi_uint8_array) {
      auto bytes = value.As<Napi::Uint8Array>();
      setting.value = std::vector<abi::BYTE>(bytes.Data(), bytes.Data() + bytes.ByteLength());
    } else {
      setting.value = required(dword_of(value, "settings"), "settings");
    }
  }
}

}  // namespace rras::addon
