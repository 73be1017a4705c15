// What a call was made with, for the journal and the hooks: numbers, handles and texts. Structs are
// left out, and with them every secret: the pre-shared key comes in one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <variant>
#include <vector>

#include "abi/windows_types.h"
#include "simulator/text.h"

namespace rras::simulator {

// One argument, under the name that the API's documentation has for it. A text may be null.
struct KeptArgument {
  const char* name;
  std::variant<std::nullptr_t, std::uint64_t, Text> value;
};

struct KeptCall {
  // The port that the call names.
  std::optional<Text> port;
  std::vector<KeptArgument> arguments;
};

// An argument as it was passed. Points to the caller's text.
class Argument {
 public:
  Argument() = default;
  Argument(const char* name, abi::DWORD number) : name_(name), number_(number) {}
  Argument(const char* name, abi::BOOL flag) : name_(name), number_(flag == 0 ? 0 : 1) {}
  Argument(const char* name, abi::HANDLE handle)
      : name_(name), number_(reinterpret_cast<std::uintptr_t>(handle)) {}
  Argument(const char* name, const char16_t* text) : name_(name), is_text_(true), text_(text) {}

  KeptArgument kept() const {
    if (!is_text_) {
      return {name_, number_};
    }
    return text_ == nullptr ? KeptArgument{name_, nullptr} : KeptArgument{name_, Text(text_)};
  }

 private:
  const char* name_ = nullptr;
  std::uint64_t number_ = 0;
  bool is_text_ = false;
  const char16_t* text_ = nullptr;
};

// The port that a call names.
class PortArgument {
 public:
  PortArgument() = default;
  explicit PortArgument(const char16_t* name) : name_(name) {}
  explicit PortArgument(abi::HANDLE handle) : handle_(reinterpret_cast<std::uintptr_t>(handle)) {}

  std::optional<Text> text() const {
    if (handle_) {
      return decimal(*handle_);
    }
    return name_ != nullptr ? std::optional<Text>(name_) : std::nullopt;
  }

 private:
  std::optional<std::uintptr_t> handle_;
  const char16_t* name_ = nullptr;
};

// Made outside the frame that catches exceptions, so nothing is allocated.
class CallArguments {
 public:
  CallArguments() = default;
  CallArguments(std::initializer_list<Argument> arguments)
      : CallArguments(PortArgument(), arguments) {}
  CallArguments(PortArgument port, std::initializer_list<Argument> arguments) : port_(port) {
    for (const Argument& argument : arguments) {
      if (count_ < most) {
        arguments_[count_++] = argument;
      }
    }
  }

  KeptCall kept() const {
    KeptCall call;
    call.port = port_.text();
    for (std::size_t i = 0; i < count_; ++i) {
      call.arguments.push_back(arguments_[i].kept());
    }
    return call;
  }

 private:
  static constexpr std::size_t most = 4;

  PortArgument port_;
  std::array<Argument, most> arguments_{};
  std::size_t count_ = 0;
};

}  // namespace rras::simulator
