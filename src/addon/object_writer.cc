#include "addon/object_writer.h"

namespace rras::addon {

ObjectWriter::ObjectWriter(napi_env env) : env_(env) {
  if (napi_create_object(env, &object_) != napi_ok) object_ = nullptr;
}

void ObjectWriter::set(const char* name, napi_value value) {
  if (object_ == nullptr) return;
  if (value == nullptr || napi_set_named_property(env_, object_, name, value) != napi_ok) {
    object_ = nullptr;
  }
}

void ObjectWriter::set(const char* name, double value) {
  napi_value number = nullptr;
  napi_status status = napi_create_double(env_, value, &number);
  set(name, status == napi_ok ? number : nullptr);
}

void ObjectWriter::set(const char* name, const std::string& utf8) {
  set(name, utf8_value(env_, utf8));
}

napi_value utf16_value(napi_env env, const std::u16string& text) {
  napi_value value = nullptr;
  napi_status status = napi_create_string_utf16(env, text.data(), text.size(), &value);
  return status == napi_ok ? value : nullptr;
}

napi_value utf8_value(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  napi_status status = napi_create_string_utf8(env, text.data(), text.size(), &value);
  return status == napi_ok ? value : nullptr;
}

napi_value latin1_value(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  napi_status status = napi_create_string_latin1(env, text.data(), text.size(), &value);
  return status == napi_ok ? value : nullptr;
}

}  // namespace rras::addon
