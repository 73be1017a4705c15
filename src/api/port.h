// A port as every dialect can tell of it, and what a caller may demand of one before it is touched.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "abi/mprapi.h"

namespace rras::api {

// The texts are views into the DLL's buffer: they live as long as the visit.
struct Port {
  std::uint64_t handle = 0;
  std::optional<std::uint64_t> connection;
  bool condition_known = true;  // then 0 to 6 as mprapi counts; else the raw number
  abi::DWORD condition = 0;
  abi::DWORD total_calls = 0;
  abi::DWORD connect_duration = 0;
  std::u16string_view name;
  std::u16string_view media_name;
  std::u16string_view device_name;
  std::u16string_view device_type;

  bool has_session = false;  // rassapi: who is on the port stands in the port itself
  std::u16string_view user_name;
  std::u16string_view computer;
  std::u16string_view logon_domain;
  abi::DWORD session_start = 0;
};

using PortVisitor = std::function<void(const Port&)>;

// How a caller names one port: mprapi and nt4 take the handle, rassapi the name.
struct PortTarget {
  std::uint64_t handle = 0;
  std::u16string name;
};

// What the port must still be. The API has no compare-and-disconnect, ids may be given to another
// caller, and a wrong disconnect throws out a stranger: so the port is read again right before.
struct Expectation {
  std::u16string name;
  bool snapshot = false;  // with the rest, not the name alone
  std::optional<std::uint64_t> connection;
  std::optional<abi::DWORD> condition;
  std::optional<abi::DWORD> total_calls;
  std::optional<abi::DWORD> connect_duration;
  std::optional<std::u16string> user_name;
  std::optional<abi::DWORD> session_start;
};

bool is_in_use(abi::DWORD condition);

bool meets(const Port& port, const Expectation& expected);

// The text of an array that is terminated only where it is not full.
template <std::size_t N>
std::u16string_view bounded(const abi::WCHAR (&array)[N]) {
  std::u16string_view text(array, N);
  return text.substr(0, text.find(u'\0'));
}

}  // namespace rras::api
