#include "simulator/control/js.h"

#include <algorithm>

namespace rras::simulator::js {

napi_value undefined(napi_env env) {
  napi_value value = nullptr;
  return napi_get_undefined(env, &value) == napi_ok ? value : nullptr;
}

napi_value null(napi_env env) {
  napi_value value = nullptr;
  return napi_get_null(env, &value) == napi_ok ? value : nullptr;
}

napi_value number(napi_env env, double number) {
  napi_value value = nullptr;
  return napi_create_double(env, number, &value) == napi_ok ? value : nullptr;
}

napi_value flag(napi_env env, bool flag) {
  napi_value value = nullptr;
  return napi_get_boolean(env, flag, &value) == napi_ok ? value : nullptr;
}

napi_value handle(napi_env env, std::uint64_t handle) {
  napi_value value = nullptr;
  return napi_create_bigint_uint64(env, handle, &value) == napi_ok ? value : nullptr;
}

napi_value text(napi_env env, const Text& text) {
  napi_value value = nullptr;
  return napi_create_string_utf16(env, text.data(), text.size(), &value) == napi_ok ? value
                                                                                    : nullptr;
}

napi_value bytes(napi_env env, const std::uint8_t* data, std::size_t size) {
  void* copy = nullptr;
  napi_value buffer = nullptr;
  napi_value array = nullptr;
  if (napi_create_arraybuffer(env, size, &copy, &buffer) != napi_ok) {
    return nullptr;
  }
  std::copy_n(data, size, static_cast<std::uint8_t*>(copy));
  const bool made =
      napi_create_typedarray(env, napi_uint8_array, size, buffer, 0, &array) == napi_ok;
  return made ? array : nullptr;
}

napi_value text(napi_env env, const char* ascii) {
  napi_value value = nullptr;
  return napi_create_string_latin1(env, ascii, NAPI_AUTO_LENGTH, &value) == napi_ok ? value
                                                                                    : nullptr;
}

void throw_error(napi_env env, napi_ref type, const char* code, const Text& message) {
  napi_value constructor = nullptr;
  napi_value error = nullptr;
  const std::array<napi_value, 2> arguments = {text(env, code), text(env, message)};
  const bool made =
      type != nullptr && napi_get_reference_value(env, type, &constructor) == napi_ok &&
      napi_new_instance(env, constructor, arguments.size(), arguments.data(), &error) == napi_ok;
  if (made || napi_create_error(env, arguments[0], arguments[1], &error) == napi_ok) {
    napi_throw(env, error);
  }
}

Object::Object(napi_env env) : env_(env) {
  if (napi_create_object(env, &object_) != napi_ok) {
    object_ = nullptr;
  }
}

void Object::set(const char* name, napi_value value) {
  if (object_ != nullptr && value != nullptr) {
    napi_set_named_property(env_, object_, name, value);
  }
}

Array::Array(napi_env env, std::size_t size) : env_(env) {
  if (napi_create_array_with_length(env, size, &array_) != napi_ok) {
    array_ = nullptr;
  }
}

void Array::append(napi_value value) {
  if (array_ != nullptr && value != nullptr) {
    napi_set_element(env_, array_, next_, value);
  }
  ++next_;
}

Scope::Scope(napi_env env) : env_(env) {
  if (napi_open_handle_scope(env, &scope_) != napi_ok) {
    scope_ = nullptr;
  }
}

Scope::~Scope() {
  if (scope_ != nullptr) {
    napi_close_handle_scope(env_, scope_);
  }
}

bool Given::there() const {
  napi_valuetype type = napi_undefined;
  return value_ != nullptr && napi_typeof(env_, value_, &type) == napi_ok && type != napi_undefined;
}

double Given::number() const {
  double number = 0;
  return value_ != nullptr && napi_get_value_double(env_, value_, &number) == napi_ok ? number : 0;
}

bool Given::flag() const {
  bool flag = false;
  return value_ != nullptr && napi_get_value_bool(env_, value_, &flag) == napi_ok && flag;
}

std::uint64_t Given::handle() const {
  std::uint64_t handle = 0;
  bool lossless = false;
  const bool read = value_ != nullptr &&
                    napi_get_value_bigint_uint64(env_, value_, &handle, &lossless) == napi_ok;
  return read ? handle : 0;
}

Text Given::text() const {
  std::size_t length = 0;
  if (value_ == nullptr ||
      napi_get_value_string_utf16(env_, value_, nullptr, 0, &length) != napi_ok) {
    return {};
  }
  // One unit more, because Node-API writes a terminator.
  Text text(length + 1, u'\0');
  if (napi_get_value_string_utf16(env_, value_, text.data(), text.size(), &length) != napi_ok) {
    return {};
  }
  text.resize(length);
  return text;
}

std::vector<std::uint8_t> Given::bytes() const {
  std::size_t length = 0;
  void* data = nullptr;
  const bool read =
      value_ != nullptr &&
      napi_get_typedarray_info(env_, value_, nullptr, &length, &data, nullptr, nullptr) == napi_ok;
  if (!read || length == 0) {
    return {};
  }
  const auto* first = static_cast<const std::uint8_t*>(data);
  return std::vector<std::uint8_t>(first, first + length);
}

std::vector<Given> Given::list() const {
  std::vector<Given> elements;
  std::uint32_t length = 0;
  if (value_ == nullptr || napi_get_array_length(env_, value_, &length) != napi_ok) {
    return elements;
  }
  for (std::uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    const bool read = napi_get_element(env_, value_, i, &element) == napi_ok;
    elements.emplace_back(env_, read ? element : nullptr);
  }
  return elements;
}

Given Given::operator[](const char* name) const {
  napi_value property = nullptr;
  const bool read =
      value_ != nullptr && napi_get_named_property(env_, value_, name, &property) == napi_ok;
  return Given(env_, read ? property : nullptr);
}

Call::Call(napi_env env, napi_callback_info info) : env_(env) {
  std::size_t count = arguments_.size();
  napi_get_cb_info(env, info, &count, arguments_.data(), &receiver_, nullptr);
}

}  // namespace rras::simulator::js
