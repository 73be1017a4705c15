// Settings of an interface from a caller, as the functions of the API take them. The running router
// and the stored configuration have the same structs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "api/interface.h"
#include "shared/text.h"

namespace rras::api::mprapi {

// A list of texts as the API takes it: a terminator after each, and one more at the end.
class TextList {
 public:
  explicit TextList(const std::u16string& texts) : texts_(texts) { texts_.append(2, u'\0'); }
  abi::WCHAR* get() { return texts_.data(); }

 private:
  std::u16string texts_;
};

// A struct with the settings that its pointers name. A DLL may write to any of it.
struct Settings {
  explicit Settings(const InterfaceSettings& wanted) : wanted(wanted) {}

  // nullptr if there is no such setting, or one of another type.
  template <typename Value>
  const Value* find(std::string_view name) const {
    for (const InterfaceSetting& setting : wanted) {
      if (setting.name == name) return std::get_if<Value>(&setting.value);
    }
    return nullptr;
  }
  const abi::DWORD* number(std::string_view name) const { return find<abi::DWORD>(name); }
  const std::u16string* text(std::string_view name) const { return find<std::u16string>(name); }

  const InterfaceSettings& wanted;
};

template <typename Struct>
void put_enabled(const Settings& settings, Struct& raw) {
  if (const abi::DWORD* is_enabled = settings.number("isEnabled")) {
    raw.fEnabled = *is_enabled == 0 ? 0 : 1;
  }
}

template <typename Struct>
bool begin_new(const Settings& settings, Struct& raw) {
  const std::u16string* name = settings.text("name");
  const abi::DWORD* type = settings.number("type");
  if (name == nullptr || type == nullptr) return false;
  raw.dwIfType = *type;
  put_enabled(settings, raw);
  return shared::copy_text(raw.wszInterfaceName, *name);
}

// A level-1 struct with the hours of the settings, if there are any. `list` keeps them.
inline void put_hours(const Settings& settings, abi::mpr::MPR_INTERFACE_1& raw,
                      std::optional<TextList>& list) {
  const std::u16string* texts = settings.text("hours");
  if (texts == nullptr) return;
  raw.lpwsDialoutHoursRestriction = texts->empty() ? nullptr : list.emplace(*texts).get();
}

}  // namespace rras::api::mprapi
