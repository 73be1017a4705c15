#include "addon/arguments.h"

#include <algorithm>
#include <cmath>

namespace rras::addon {

namespace {

constexpr double kLargestSafeInteger = 9007199254740991.0;

bool is_whole(double value, double largest) {
  return value >= 0 && value <= largest && std::floor(value) == value;
}

// -1 for none.
int digit_of(char16_t unit) {
  if (unit >= u'0' && unit <= u'9') return unit - u'0';
  char16_t lower = unit | 0x20;
  return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
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

// As records give it: 8-4-4-4-12 hexadecimal digits, the first three groups numbers, the others
// bytes.
std::optional<abi::GUID> Arguments::guid_of(const Napi::Value& value, const char* what) {
  std::optional<std::u16string> text = text_of(value, what);
  if (!text) return std::nullopt;
  std::uint8_t bytes[16] = {};
  std::size_t digits = 0;
  for (char16_t unit : *text) {
    if (unit == u'-') continue;
    int digit = digit_of(unit);
    bool fits = digit >= 0 && digits < 32;
    expect(fits, what);
    if (!fits) return std::nullopt;
    std::uint8_t& byte = bytes[digits++ / 2];
    byte = static_cast<std::uint8_t>(byte * 16 + digit);
  }
  expect(digits == 32, what);
  abi::GUID guid{};
  guid.Data1 = abi::DWORD{bytes[0]} << 24 | abi::DWORD{bytes[1]} << 16 | abi::DWORD{bytes[2]} << 8 |
               abi::DWORD{bytes[3]};
  guid.Data2 = static_cast<abi::WORD>(bytes[4] << 8 | bytes[5]);
  guid.Data3 = static_cast<abi::WORD>(bytes[6] << 8 | bytes[7]);
  std::copy(bytes + 8, bytes + 16, guid.Data4);
  return guid;
}

double Arguments::ticket(std::size_t index) {
  return static_cast<double>(id_of(at(index), "ticket").value_or(0));
}

std::shared_ptr<Connection> Arguments::connection(std::size_t index) {
  std::shared_ptr<Connection> connection = connection_of(at(index));
  expect(connection != nullptr, "connection");
  return connection;
}

api::LibraryChoice Arguments::library_choice(std::size_t index) {
  api::LibraryChoice choice;
  expect(at(index).IsObject(), "library");
  if (!good()) return choice;
  Napi::Object object = at(index).As<Napi::Object>();
  auto member = [&](const char* name) -> std::string {
    Napi::Value value = object.Get(name);
    if (is_absent(value)) return "";
    expect(value.IsString(), "library");
    return value.IsString() ? value.As<Napi::String>().Utf8Value() : "";
  };
  choice.path = member("path");
  choice.dialect = member("dialect");
  return choice;
}

std::optional<std::u16string> Arguments::server_name(std::size_t index) {
  return text_of(at(index), "server name");
}

abi::DWORD Arguments::dword(std::size_t index) {
  std::optional<abi::DWORD> value = dword_of(at(index), "number");
  expect(value.has_value(), "number");
  return value.value_or(0);
}

std::optional<abi::DWORD> Arguments::optional_dword(std::size_t index) {
  return dword_of(at(index), "number");
}

std::uint64_t Arguments::id(std::size_t index) {
  std::optional<std::uint64_t> id = optional_id(index);
  expect(id.has_value(), "id");
  return id.value_or(0);
}

std::u16string Arguments::text(std::size_t index) {
  std::optional<std::u16string> text = optional_text(index);
  expect(text.has_value(), "text");
  return text.value_or(u"");
}

std::optional<std::u16string> Arguments::optional_text(std::size_t index) {
  return text_of(at(index), "text");
}

bool Arguments::boolean(std::size_t index) {
  expect(at(index).IsBoolean(), "boolean");
  return at(index).IsBoolean() && at(index).As<Napi::Boolean>().Value();
}

// A Uint8Array; null stands for no bytes.
api::Secret Arguments::secret(std::size_t index) {
  if (is_absent(at(index))) return {};
  bool is_bytes = at(index).IsTypedArray() &&
                  at(index).As<Napi::TypedArray>().TypedArrayType() == napi_uint8_array;
  expect(is_bytes, "secret");
  if (!is_bytes) return {};
  auto bytes = at(index).As<Napi::Uint8Array>();
  return {bytes.Data(), bytes.ByteLength()};
}

// Numbers and flags of PPTP and L2TP, and of SSTP if there are six.
api::PortCounts Arguments::port_counts(std::size_t index) {
  api::PortCounts counts;
  bool is_list = at(index).IsArray();
  std::uint32_t length = is_list ? at(index).As<Napi::Array>().Length() : 0;
  expect(length == 4 || length == 6, "list of numbers");
  if (!good()) return counts;
  auto number = [&](std::uint32_t place) {
    std::optional<abi::DWORD> value =
        dword_of(at(index).As<Napi::Array>().Get(place), "list of numbers");
    expect(value.has_value(), "list of numbers");
    return value.value_or(0);
  };
  counts.pptp = {number(0), number(1)};
  counts.l2tp = {number(2), number(3)};
  if (length == 6) counts.sstp = api::PortCount{number(4), number(5)};
  return counts;
}

api::ServerExSettings Arguments::server_ex_settings(std::size_t index) {
  api::ServerExSettings settings;
  expect(at(index).IsObject(), "settings");
  if (!good()) return settings;
  Napi::Object object = at(index).As<Napi::Object>();
  Napi::Array names = object.GetPropertyNames();
  for (std::uint32_t i = 0; i < names.Length(); ++i) {
    Napi::Value name = names.Get(i);
    std::optional<abi::DWORD> value = dword_of(object.Get(name), "settings");
    expect(value.has_value(), "settings");
    settings.push_back({name.ToString().Utf8Value(), value.value_or(0)});
  }
  return settings;
}

// Level, privilege, phone number, second privilege.
api::DialInRights Arguments::dial_in_rights(std::size_t first_index) {
  api::DialInRights rights;
  rights.level = dword_of(at(first_index), "level");
  abi::DWORD privilege = dword(first_index + 1);
  rights.phone_number = text(first_index + 2);
  abi::DWORD privilege2 = dword(first_index + 3);
  expect(privilege <= 0xFF && privilege2 <= 0xFF, "privilege");
  rights.privilege = static_cast<abi::BYTE>(privilege);
  rights.privilege2 = static_cast<abi::BYTE>(privilege2);
  return rights;
}

std::optional<std::uint64_t> Arguments::optional_id(std::size_t index) {
  return id_of(at(index), "id");
}

api::PortTarget Arguments::port_target(std::size_t handle_index, std::size_t name_index) {
  std::optional<std::uint64_t> handle = id_of(at(handle_index), "port handle");
  std::optional<std::u16string> name = text_of(at(name_index), "port name");
  expect(handle.has_value() && name.has_value(), "port");
  return {handle.value_or(0), name.value_or(u"")};
}

std::optional<api::Expectation> Arguments::expectation(std::size_t index) {
  if (is_absent(at(index))) return std::nullopt;
  expect(at(index).IsObject(), "expectation");
  if (!good()) return std::nullopt;
  Napi::Object object = at(index).As<Napi::Object>();
  Napi::Value snapshot = object.Get("snapshot");
  expect(snapshot.IsBoolean(), "expectation");
  if (!good()) return std::nullopt;
  api::Expectation expected;
  expected.name = text_of(object.Get("name"), "expectation").value_or(u"");
  expected.snapshot = snapshot.As<Napi::Boolean>().Value();
  expected.connection = id_of(object.Get("connection"), "expectation");
  expected.condition = dword_of(object.Get("condition"), "expectation");
  expected.total_calls = dword_of(object.Get("totalCalls"), "expectation");
  expected.connect_duration = dword_of(object.Get("connectDuration"), "expectation");
  expected.user_name = text_of(object.Get("userName"), "expectation");
  expected.logon_domain = text_of(object.Get("logonDomain"), "expectation");
  expected.computer = text_of(object.Get("computer"), "expectation");
  expected.session_start = dword_of(object.Get("sessionStart"), "expectation");
  return expected;
}

std::optional<api::ConnectionExpectation> Arguments::connection_expectation(std::size_t index) {
  if (is_absent(at(index))) return std::nullopt;
  expect(at(index).IsObject(), "expectation");
  if (!good()) return std::nullopt;
  Napi::Object object = at(index).As<Napi::Object>();
  api::ConnectionExpectation expected;
  expected.guid = guid_of(object.Get("guid"), "expectation");
  expected.user_name = text_of(object.Get("userName"), "expectation");
  expected.logon_domain = text_of(object.Get("logonDomain"), "expectation");
  expected.computer = text_of(object.Get("computer"), "expectation");
  expected.connect_duration = dword_of(object.Get("connectDuration"), "expectation");
  return expected;
}

}  // namespace rras::addon
