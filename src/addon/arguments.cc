#include "addon/arguments.h"

#include <cmath>

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
  expected.session_start = dword_of(object.Get("sessionStart"), "expectation");
  return expected;
}

}  // namespace rras::addon
