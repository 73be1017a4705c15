// Creates, changes and deletes interfaces. A change is read, changed and written back, because the
// API demands that everything else comes back as it was read.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "api/mprapi/interface_reading.h"
#include "api/mprapi/interface_settings.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
namespace fields = shared::interfaces;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<abi::mpr::InterfaceCreate> kInterfaceCreate{"MprAdminInterfaceCreate"};
constexpr FunctionOfDll<abi::mpr::InterfaceSetInfo> kInterfaceSetInfo{"MprAdminInterfaceSetInfo"};
constexpr FunctionOfDll<abi::mpr::InterfaceDelete> kInterfaceDelete{"MprAdminInterfaceDelete"};
constexpr FunctionOfDll<abi::mpr::InterfaceDeviceGetInfo> kInterfaceDeviceGetInfo{
    "MprAdminInterfaceDeviceGetInfo"};
constexpr FunctionOfDll<abi::mpr::InterfaceDeviceSetInfo> kInterfaceDeviceSetInfo{
    "MprAdminInterfaceDeviceSetInfo"};

bool is_of_every_level(std::string_view name) {
  return name == "name" || name == "type" || name == "isEnabled" || name == "hours";
}

bool has_entry(const Settings& settings) {
  return std::any_of(
      settings.wanted.begin(), settings.wanted.end(),
      [](const InterfaceSetting& setting) { return !is_of_every_level(setting.name); });
}

bool copy_addresses(const Settings& settings, const char* name, abi::IN6_ADDR& into) {
  const auto* bytes = settings.find<std::vector<BYTE>>(name);
  if (bytes == nullptr) return true;
  if (bytes->size() != sizeof into) return false;
  std::memcpy(&into, bytes->data(), sizeof into);
  return true;
}

// An entry, and the memory that its pointers name where a setting replaces what was read.
class ChangedEntry {
 public:
  explicit ChangedEntry(const fields::Entry& read) : entry_(read) {}

  // The status of a setting that is not valid. 50 is for one that level 2 has no place for.
  DWORD change(const Settings& settings, DWORD level) {
    put_enabled(settings, entry_);
    bool fits = true;
    fields::for_each(fields::kNumbers, [&](const auto& field) {
      if (const DWORD* number = settings.number(field.name)) entry_.*field.at = *number;
    });
    // Options are bits, of which a caller may know only some.
    if (const DWORD* on = settings.number("optionsOn")) entry_.dwfOptions |= *on;
    if (const DWORD* off = settings.number("optionsOff")) entry_.dwfOptions &= ~*off;
    fields::for_each(fields::kTexts, [&](const auto& field) {
      const std::u16string* text = settings.text(field.name);
      if (text != nullptr && !shared::copy_text(entry_.*field.at, *text)) fits = false;
    });
    if (const std::u16string* texts = settings.text("alternates")) {
      entry_.szAlternates = texts->empty() ? nullptr : alternates_.emplace(*texts).get();
    }
    if (const auto* data = settings.find<std::vector<BYTE>>("eapData")) {
      eap_data_ = *data;
      entry_.dwCustomAuthDataSize = static_cast<DWORD>(eap_data_.size());
      entry_.lpbCustomAuthData = eap_data_.empty() ? nullptr : eap_data_.data();
    }
    fits = copy_addresses(settings, "ipv6Dns", entry_.ipv6addrDns) && fits;
    fits = copy_addresses(settings, "ipv6AlternateDns", entry_.ipv6addrDnsAlt) && fits;
    if (const auto* bytes = settings.find<std::vector<BYTE>>("ipv6Addresses")) {
      fits = fits && bytes->size() % sizeof(abi::IN6_ADDR) == 0;
      addresses_.resize(bytes->size() / sizeof(abi::IN6_ADDR));
      if (!addresses_.empty()) {
        std::memcpy(addresses_.data(), bytes->data(), addresses_.size() * sizeof(abi::IN6_ADDR));
      }
      entry_.AddressCount = static_cast<DWORD>(addresses_.size());
      entry_.ipv6addr = addresses_.empty() ? nullptr : addresses_.data();
    }
    if (!fits) return status::ERROR_INVALID_PARAMETER;
    return level == 2 && needs_level3(settings) ? status::ERROR_NOT_SUPPORTED : status::SUCCESS;
  }

  fields::Entry& entry() { return entry_; }

 private:
  static bool needs_level3(const Settings& settings) {
    const auto is_given = [&](const char* name) {
      return settings.find<std::vector<BYTE>>(name) != nullptr;
    };
    return is_given("ipv6Dns") || is_given("ipv6AlternateDns") || is_given("ipv6Addresses");
  }

  fields::Entry entry_;
  std::optional<TextList> alternates_;
  std::vector<BYTE> eap_data_;
  std::vector<abi::IN6_ADDR> addresses_;
};

// Calls the function with the struct of the level that begins like the entry.
template <typename Act>
Outcome write_entry(const fields::Entry& entry, DWORD level, Act act) {
  if (level == 3) {
    fields::Entry level3 = entry;
    return act(DWORD{3}, reinterpret_cast<BYTE*>(&level3));
  }
  mpr::MPR_INTERFACE_2 level2 = fields::level2_of(entry);
  return act(DWORD{2}, reinterpret_cast<BYTE*>(&level2));
}

Outcome set_entry(MprServer& server, HANDLE handle, const Settings& settings) {
  const auto& function = server.functions[kInterfaceSetInfo];
  return with_entry(server, handle, [&](const fields::Entry& read, DWORD level) {
    ChangedEntry changed(read);
    const DWORD refusal = changed.change(settings, level);
    if (refusal != status::SUCCESS) return concluded(refusal, function.name);
    return write_entry(changed.entry(), level, [&](DWORD at, BYTE* buffer) {
      return server.act(function, server.handle, handle, at, buffer);
    });
  });
}

// Whether it is enabled, and the dial-out hours.
Outcome set_level1(MprServer& server, HANDLE handle, const Settings& settings) {
  auto read = server.buffer<mpr::MPR_INTERFACE_1>();
  Outcome outcome =
      server.read(read, server.functions[kInterfaceGetInfo], server.handle, handle, DWORD{1});
  if (!outcome.succeeded()) return outcome;
  mpr::MPR_INTERFACE_1 raw = *read.get();
  put_enabled(settings, raw);
  std::optional<TextList> hours;
  put_hours(settings, raw, hours);
  return server.act(server.functions[kInterfaceSetInfo], server.handle, handle, DWORD{1},
                    reinterpret_cast<BYTE*>(&raw));
}

Outcome set_level0(MprServer& server, HANDLE handle, const Settings& settings) {
  auto read = server.buffer<mpr::MPR_INTERFACE_0>();
  Outcome outcome =
      server.read(read, server.functions[kInterfaceGetInfo], server.handle, handle, DWORD{0});
  if (!outcome.succeeded()) return outcome;
  mpr::MPR_INTERFACE_0 raw = *read.get();
  put_enabled(settings, raw);
  return server.act(server.functions[kInterfaceSetInfo], server.handle, handle, DWORD{0},
                    reinterpret_cast<BYTE*>(&raw));
}

// A second step has failed after the first one succeeded: the value says so.
Outcome partly_done(Outcome second, std::uint64_t handle, Answer& answer) {
  if (second.succeeded()) return second;
  second.acted = true;
  answer.value = handle;
  answer.counts_in_any_case = true;
  return second;
}

// No level has both the entry and the hours.
Outcome set_interface(MprServer& server, const InterfaceTarget& target,
                      const InterfaceSettings& wanted, Answer& answer) {
  const auto& function = server.functions[kInterfaceSetInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  if (!outcome.succeeded()) return outcome;
  const Settings settings(wanted);
  const bool has_hours = settings.text("hours") != nullptr;
  if (!has_entry(settings)) {
    return has_hours ? set_level1(server, handle, settings) : set_level0(server, handle, settings);
  }
  outcome = set_entry(server, handle, settings);
  if (!outcome.succeeded() || !has_hours) return outcome;
  return partly_done(set_level1(server, handle, settings), id_of(handle), answer);
}

Outcome create_entry(MprServer& server, const Settings& settings, HANDLE& handle) {
  const auto& function = server.functions[kInterfaceCreate];
  Outcome outcome;
  for (DWORD level : {3U, 2U}) {
    if (level == 3 && !server.knows_interface_level[3]) continue;
    ChangedEntry made{fields::Entry{}};
    const bool fits = begin_new(settings, made.entry());
    const DWORD refusal = made.change(settings, level);
    if (!fits) return concluded(status::ERROR_INVALID_PARAMETER, function.name);
    if (refusal != status::SUCCESS) return concluded(refusal, function.name);
    outcome = write_entry(made.entry(), level, [&](DWORD at, BYTE* buffer) {
      return server.act(function, server.handle, at, buffer, &handle);
    });
    // A refusal by an older server is no reason to give up: nothing was created.
    if (outcome.succeeded() || !is_beyond_interfaces(server, level, outcome)) break;
  }
  return outcome;
}

Outcome create_interface(MprServer& server, const InterfaceSettings& wanted, Answer& answer) {
  const auto& function = server.functions[kInterfaceCreate];
  if (!function.exported()) return function.lacking();
  const Settings settings(wanted);
  const std::u16string* hours = settings.text("hours");
  HANDLE handle = nullptr;
  Outcome outcome;
  if (has_entry(settings)) {
    outcome = create_entry(server, settings, handle);
    if (!outcome.succeeded()) return outcome;
    answer.value = id_of(handle);
    if (hours == nullptr) return outcome;
    return partly_done(set_level1(server, handle, settings), id_of(handle), answer);
  }
  mpr::MPR_INTERFACE_1 raw{};
  std::optional<TextList> list;
  put_hours(settings, raw, list);
  if (!begin_new(settings, raw)) {
    return concluded(status::ERROR_INVALID_PARAMETER, function.name);
  }
  // Level 1 begins like level 0.
  outcome = server.act(function, server.handle, DWORD{hours == nullptr ? 0U : 1U},
                       reinterpret_cast<BYTE*>(&raw), &handle);
  if (outcome.succeeded()) answer.value = id_of(handle);
  return outcome;
}

Outcome delete_interface(MprServer& server, const InterfaceTarget& target, Answer& answer) {
  const auto& function = server.functions[kInterfaceDelete];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome outcome = expect_interface(server, target, handle, answer);
  return outcome.succeeded() ? server.act(function, server.handle, handle) : outcome;
}

// `index` counts from 1. Level 0 has no phone numbers.
template <typename Use>
Outcome with_device(MprServer& server, HANDLE handle, DWORD index, Use use) {
  const auto& function = server.functions[kInterfaceDeviceGetInfo];
  auto level1 = server.buffer<mpr::MPR_DEVICE_1>();
  Outcome outcome = server.read(level1, function, server.handle, handle, index, DWORD{1});
  if (outcome.succeeded()) return use(*level1.get(), DWORD{1}, outcome);
  if (judge(Levels::interfaces, outcome) == LevelAnswer::other) return outcome;
  auto level0 = server.buffer<mpr::MPR_DEVICE_0>();
  Outcome older = server.read(level0, function, server.handle, handle, index, DWORD{0});
  if (!older.succeeded()) return outcome;
  mpr::MPR_DEVICE_1 device{};
  shared::copy_text(device.szDeviceType, shared::bounded(level0.get()->szDeviceType));
  shared::copy_text(device.szDeviceName, shared::bounded(level0.get()->szDeviceName));
  return use(device, DWORD{0}, older);
}

Outcome get_interface_device(MprServer& server, const InterfaceTarget& target, DWORD index,
                             Answer& answer) {
  const auto& function = server.functions[kInterfaceDeviceGetInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome found = expect_interface(server, target, handle, answer);
  if (!found.succeeded()) return found;
  return with_device(server, handle, index,
                     [&](const mpr::MPR_DEVICE_1& device, DWORD, Outcome outcome) {
                       answer.tables.add(records::kInterfaceDevice, device);
                       return outcome;
                     });
}

bool put_device(const Settings& settings, mpr::MPR_DEVICE_1& device,
                std::optional<TextList>& alternates) {
  bool fits = true;
  const auto put = [&](const char* name, auto& into) {
    const std::u16string* text = settings.text(name);
    if (text != nullptr && !shared::copy_text(into, *text)) fits = false;
  };
  put("deviceType", device.szDeviceType);
  put("deviceName", device.szDeviceName);
  put("phoneNumber", device.szLocalPhoneNumber);
  if (const std::u16string* texts = settings.text("alternates")) {
    device.szAlternates = texts->empty() ? nullptr : alternates.emplace(*texts).get();
  }
  return fits;
}

// With all four settings nothing is read, so that a device can be added.
Outcome set_interface_device(MprServer& server, const InterfaceTarget& target, DWORD index,
                             const InterfaceSettings& wanted, Answer& answer) {
  const auto& function = server.functions[kInterfaceDeviceSetInfo];
  if (!function.exported()) return function.lacking();
  HANDLE handle = nullptr;
  Outcome found = expect_interface(server, target, handle, answer);
  if (!found.succeeded()) return found;
  const Settings settings(wanted);
  const bool has_numbers =
      settings.text("phoneNumber") != nullptr || settings.text("alternates") != nullptr;
  const auto write = [&](mpr::MPR_DEVICE_1 device, DWORD level, const Outcome&) {
    std::optional<TextList> alternates;
    if (!put_device(settings, device, alternates)) {
      return concluded(status::ERROR_INVALID_PARAMETER, function.name);
    }
    if (level == 0 && has_numbers) return concluded(status::ERROR_NOT_SUPPORTED, function.name);
    // Level 1 begins like level 0.
    return server.act(function, server.handle, handle, index, level,
                      reinterpret_cast<BYTE*>(&device));
  };
  if (wanted.size() == 4) return write(mpr::MPR_DEVICE_1{}, 1, found);
  return with_device(server, handle, index, write);
}

}  // namespace

std::vector<Operation> interface_change_operations() {
  return {{"createInterface", bind<create_interface>, {&kInterfaceCreate}},
          {"setInterface", bind<set_interface>, {&kInterfaceSetInfo}},
          {"deleteInterface", bind<delete_interface>, {&kInterfaceDelete}},
          {"getInterfaceDevice", bind<get_interface_device>, {&kInterfaceDeviceGetInfo}},
          {"setInterfaceDevice", bind<set_interface_device>, {&kInterfaceDeviceSetInfo}}};
}

}  // namespace rras::api::mprapi
