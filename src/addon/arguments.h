// Reads the arguments of a call from JavaScript, one after another. TypeScript has validated the
// user's values, so a wrong argument here is a bug of the package. It must not crash the process:
// the reader remembers the first wrong argument, and returns harmless values from then on.
#pragma once

#include <napi.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "addon/server_session.h"
#include "api/open_dialect.h"
#include "api/operation.h"

namespace rras::addon {

class Arguments final : public api::ArgumentReader {
 public:
  explicit Arguments(const Napi::CallbackInfo& info) : info_(info) {}

  // The first two arguments of every operation.
  double ticket();
  std::shared_ptr<ServerSession> session();

  api::LibraryChoice library_choice();

  // The further arguments. Some types take several arguments of JavaScript: a port is its handle
  // and its name, for example.
  void read(abi::DWORD& value) override;
  void read(std::optional<abi::DWORD>& value) override;
  void read(std::uint64_t& id) override;
  void read(std::optional<std::uint64_t>& id) override;
  void read(std::u16string& text) override;
  void read(api::Name& name) override;
  void read(std::optional<api::Bytes>& bytes) override;
  void read(shared::Secret& secret) override;
  void read(api::Bytes& bytes) override;
  void read(api::PortTarget& port) override;
  void read(std::optional<api::Expectation>& expected) override;
  void read(std::optional<api::ConnectionExpectation>& expected) override;
  void read(api::ConnectionUpdate& update) override;
  void read(api::PortCounts& counts) override;
  void read(api::ServerExSettings& settings) override;
  void read(api::DialInRights& rights) override;
  void read(api::InterfaceTarget& target) override;
  void read(api::InterfaceSettings& settings) override;
  void read(api::OptionalEvent& event) override;

  template <typename Value>
  Value next() {
    Value value{};
    read(value);
    return value;
  }
  Napi::Value next_value() { return info_[index_++]; }

  // Remembers the argument as wrong unless the condition holds.
  void expect(bool condition, const char* what);

  bool good() const { return wrong_ == nullptr; }

  // Throws a TypeError into JavaScript that names the wrong argument.
  Napi::Value reject() const;

 private:
  std::optional<Napi::Object> next_object(const char* what);
  std::optional<abi::DWORD> dword_of(const Napi::Value& value, const char* what);
  std::optional<std::uint64_t> id_of(const Napi::Value& value, const char* what);
  std::optional<std::u16string> text_of(const Napi::Value& value, const char* what);
  std::optional<abi::GUID> guid_of(const Napi::Value& value, const char* what);
  std::optional<Napi::Uint8Array> bytes_of(const Napi::Value& value, const char* what);
  template <typename Value>
  Value required(std::optional<Value> value, const char* what);

  const Napi::CallbackInfo& info_;
  std::size_t index_ = 0;
  const char* wrong_ = nullptr;
};

}  // namespace rras::addon
