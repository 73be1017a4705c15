// JavaScript values, made and read with the bare Node-API.
//
// While an environment ends (worker.terminate in the midst of a verb), Node-API refuses to touch
// JavaScript, and node-addon-api takes a refusal for a reason to throw, which then is a fatal
// error. Here a value that cannot be made is null and is left out, and one that cannot be read is
// not there: nobody will look at it any more.
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
napi_value number(napi_env env, double value);
napi_value flag(napi_env env, bool value);
napi_value handle(napi_env env, std::uint64_t value);
napi_value text(napi_env env, const Text& value);
// A Uint8Array with a copy of them.
napi_value bytes(napi_env env, const std::uint8_t* data, std::size_t size);
napi_value text(napi_env env, const char* ascii);
void throw_error(napi_env env, const Text& message);

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

// Lets go of the values that were made in it: for loops that make many.
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

// A value that JavaScript handed in, whose type was checked there.
class Given {
 public:
  Given(napi_env env, napi_value value) : env_(env), value_(value) {}

  // Neither undefined nor unreadable.
  bool there() const;
  double number() const;
  // What is below 2^32.
  std::uint32_t dword() const { return static_cast<std::uint32_t>(number()); }
  bool flag() const;
  std::uint64_t handle() const;
  Text text() const;
  // The content of a Uint8Array.
  std::vector<std::uint8_t> bytes() const;
  // The elements of an array.
  std::vector<Given> list() const;
  Given operator[](const char* name) const;

 private:
  napi_env env_;
  napi_value value_;
};

// What a function was called with.
class Call {
 public:
  Call(napi_env env, napi_callback_info info);

  napi_env env() const { return env_; }
  napi_value receiver() const { return receiver_; }
  // Those that were left out are undefined.
  Given operator[](std::size_t index) const { return Given(env_, arguments_[index]); }

 private:
  napi_env env_;
  napi_value receiver_ = nullptr;
  std::array<napi_value, 5> arguments_{};
};

}  // namespace rras::simulator::js
