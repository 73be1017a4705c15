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

napi_value bool_value(napi_env env, bool value) {
  napi_value boolean = nullptr;
  return napi_get_boolean(env, value, &boolean) == napi_ok ? boolean : nullptr;
}

napi_value id_value(napi_env env, std::uint64_t id) {
  constexpr std::uint64_t kLargestExact = (std::uint64_t{1} << 53) - 1;
  napi_value number = nullptr;
  napi_status status = id <= kLargestExact
                           ? napi_create_double(env, static_cast<double>(id), &number)
                           : napi_create_bigint_uint64(env, id, &number);
  return status == napi_ok ? number : nullptr;
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

napi_value latin1_value(napi_env env, std::string_view text) {
  napi_value value = nullptr;
  napi_status status = napi_create_string_latin1(env, text.data(), text.size(), &value);
  return status == napi_ok ? value : nullptr;
}

}  // namespace rras::addon
