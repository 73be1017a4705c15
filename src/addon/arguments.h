// Reads the arguments of a call from JavaScript. The facade has validated what a user gave, so a
// mistake here is one of the package's own; it still must not crash: the reader remembers the first
// one, and gives harmless values from then on.
#pragma once

#include <napi.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "addon/connection.h"
#include "api/connection.h"
#include "api/open_dialect.h"
#include "api/port.h"
#include "api/secret.h"
#include "api/settings.h"

namespace rras::addon {

class Arguments {
 public:
  explicit Arguments(const Napi::CallbackInfo& info) : info_(info) {}

  double ticket(std::size_t index);
  std::shared_ptr<Connection> connection(std::size_t index);
  api::LibraryChoice library_choice(std::size_t index);
  std::optional<std::u16string> server_name(std::size_t index);
  abi::DWORD dword(std::size_t index);
  std::optional<abi::DWORD> optional_dword(std::size_t index);
  std::optional<std::uint64_t> optional_id(std::size_t index);
  std::u16string text(std::size_t index);
  std::optional<std::u16string> optional_text(std::size_t index);
  bool boolean(std::size_t index);
  api::Secret secret(std::size_t index);
  api::PortCounts port_counts(std::size_t index);
  api::ServerExSettings server_ex_settings(std::size_t index);
  api::DialInRights dial_in_rights(std::size_t first_index);
  std::uint64_t id(std::size_t index);
  api::PortTarget port_target(std::size_t handle_index, std::size_t name_index);
  std::optional<api::Expectation> expectation(std::size_t index);
  std::optional<api::ConnectionExpectation> connection_expectation(std::size_t index);

  // Of an argument that the caller reads: remembers what is wrong unless the condition holds.
  void expect(bool condition, const char* what);

  bool good() const { return wrong_ == nullptr; }

  // Throws a TypeError into JavaScript that says what was wrong.
  Napi::Value reject() const;

 private:
  Napi::Value at(std::size_t index) const { return info_[index]; }
  std::optional<abi::DWORD> dword_of(const Napi::Value& value, const char* what);
  std::optional<std::uint64_t> id_of(const Napi::Value& value, const char* what);
  std::optional<std::u16string> text_of(const Napi::Value& value, const char* what);
  std::optional<abi::GUID> guid_of(const Napi::Value& value, const char* what);

  const Napi::CallbackInfo& info_;
  const char* wrong_ = nullptr;
};

}  // namespace rras::addon
