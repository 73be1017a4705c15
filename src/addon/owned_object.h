// JavaScript objects that hold a C++ object. JavaScript can pass any object where one is expected,
// so only objects with the right tag are opened.
#pragma once

#include <napi.h>

#include <memory>
#include <utility>

namespace rras::addon {

// Null if it cannot be made. The C++ object is then released.
template <typename Held>
napi_value owned_object(napi_env env, const napi_type_tag& tag, std::shared_ptr<Held> held) {
  using Holder = std::shared_ptr<Held>;
  napi_value object = nullptr;
  if (napi_create_object(env, &object) != napi_ok) return nullptr;
  auto holder = std::make_unique<Holder>(std::move(held));
  auto finalize = [](napi_env, void* data, void*) {
    std::unique_ptr<Holder> let_go(static_cast<Holder*>(data));
  };
  if (napi_wrap(env, object, holder.get(), finalize, nullptr, nullptr) != napi_ok) return nullptr;
  // From here on the object owns it.
  static_cast<void>(holder.release());
  if (napi_type_tag_object(env, object, &tag) != napi_ok) return nullptr;
  return object;
}

// Null when the value is not such an object.
template <typename Held>
std::shared_ptr<Held> owned_by(Napi::Value value, const napi_type_tag& tag) {
  if (!value.IsObject()) return nullptr;
  Napi::Object object = value.As<Napi::Object>();
  if (!object.CheckTypeTag(&tag)) return nullptr;
  void* data = nullptr;
  if (napi_unwrap(value.Env(), value, &data) != napi_ok || data == nullptr) return nullptr;
  return *static_cast<std::shared_ptr<Held>*>(data);
}

}  // namespace rras::addon
