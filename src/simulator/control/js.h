// JavaScript values, made and read with the bare Node-API.
//
// While an environment ends (worker.terminate during a verb), Node-API refuses all work with
// JavaScript. node-addon-api would throw then, which is a fatal error at that moment. Here a value
// that cannot be made is null and is left out, and a value that cannot be read counts as missing:
// nobody will use the result.
#pragma once

#include <node_api.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "simulator/text.h"

namespace rras::simulator::js {

napi_value undefined(napi_env env);
napi_value null(napi_env env);
napi_value number(napi_env env, double value);
napi_value flag(napi_env env, bool value);
napi_value handle(napi_env env, std::uint64_t value);
napi_value text(napi_env env, const Text& value);
// A Uint8Array with a copy of the data.
napi_value bytes(napi_env env, const std::uint8_t* data, std::size_t size);
napi_value text(napi_env env, const char* ascii);
// Throws `new type(code, message)`, or a plain error if there is no such type.
void throw_error(napi_env env, napi_ref type, const char* code, const Text& message);

class Object {
 public:
  explicit Object(napi_env env);
  void set(const char* name, napi_value value);
  napi_value value() const { return object_; }

 private:
  napi_env env_;
  napi_value object_ = nullptr;
};

class Array {
 public:
  Array(napi_env env, std::size_t size);
  void append(napi_value value);
  napi_value value() const { return array_; }

 private:
  napi_env env_;
  napi_value array_ = nullptr;
  std::uint32_t next_ = 0;
};

// Releases the values that were made in it, for loops that make many.
class Scope {
 public:
  explicit Scope(napi_env env);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  napi_env env_;
  napi_handle_scope scope_ = nullptr;
};

// A value from JavaScript, whose type was checked there.
class Given {
 public:
  Given(napi_env env, napi_value value) : env_(env), value_(value) {}

  // False for undefined and for a value that cannot be read.
  bool there() const;
  double number() const;
  // For numbers below 2^32.
  std::uint32_t dword() const { return static_cast<std::uint32_t>(number()); }
  bool flag() const;
  std::uint64_t handle() const;
  Text text() const;
  // The content of a Uint8Array.
  std::vector<std::uint8_t> bytes() const;
  // The elements of an array.
  std::vector<Given> list() const;
  Given operator[](const char* name) const;
  napi_value value() const { return value_; }

 private:
  napi_env env_;
  napi_value value_;
};

// The arguments of a call.
class Call {
 public:
  Call(napi_env env, napi_callback_info info);

  napi_env env() const { return env_; }
  napi_value receiver() const { return receiver_; }
  // A missing argument is undefined.
  Given operator[](std::size_t index) const { return Given(env_, arguments_[index]); }

 private:
  napi_env env_;
  napi_value receiver_ = nullptr;
  std::array<napi_value, 5> arguments_{};
};

}  // namespace rras::simulator::js
