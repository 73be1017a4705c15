// The interfaces of the stored configuration. It has their names, types and dial-out hours; how a
// demand-dial interface is dialled stands in the phone book, which only the running router changes.
#include "api/mprapi/interface_settings.h"
#include "api/mprapi/pages.h"
#include "api/mprapi/stored_interface.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::BYTE;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<mpr::ConfigInterfaceCreate> kStoredInterfaceCreate{
    "MprConfigInterfaceCreate"};
constexpr FunctionOfDll<mpr::ConfigInterfaceDelete> kStoredInterfaceDelete{
    "MprConfigInterfaceDelete"};
constexpr FunctionOfDll<mpr::ConfigInterfaceSetInfo> kStoredInterfaceSetInfo{
    "MprConfigInterfaceSetInfo"};
constexpr FunctionOfDll<mpr::ConfigInterfaceEnum> kStoredInterfaceEnum{"MprConfigInterfaceEnum"};

Outcome enum_stored_interfaces(MprConfiguration& stored, DWORD preferred, Answer& answer) {
  const auto function = stored.functions[kStoredInterfaceEnum];
  if (!function.exported()) return function.lacking();
  answer.tables.of(records::kInterface);
  return every_page<mpr::MPR_INTERFACE_0>(
      function.name, stored.functions[kConfigBufferFree].pointer(),
      &mpr::MPR_INTERFACE_0::hInterface,
      [&](auto& buffer, DWORD* entries, DWORD* total, DWORD* resume) {
        return without_no_more_items(function.call(stored.handle, DWORD{0}, buffer.out_bytes(),
                                                   preferred, entries, total, resume),
                                     entries);
      },
      [&](const mpr::MPR_INTERFACE_0& one) { answer_stored_interface(one, answer); }, NoRoom());
}

Outcome get_stored_interface(MprConfiguration& stored, const InterfaceTarget& target,
                             Answer& answer) {
  return with_stored_interface(stored, target, answer, [&](HANDLE handle) {
    auto level1 = stored.buffer<mpr::MPR_INTERFACE_1>();
    Outcome outcome = read_stored_interface(stored, handle, 1, level1);
    if (!outcome.succeeded()) return outcome;
    answer_stored_interface(*reinterpret_cast<const mpr::MPR_INTERFACE_0*>(level1.get()), answer);
    answer.tables.add(records::kInterfaceHours, *level1.get());
    return outcome;
  });
}

// No document says what the function does with a name that is stored already, so it is looked up
// first.
Outcome create_stored_interface(MprConfiguration& stored, const InterfaceSettings& wanted) {
  const auto function = stored.functions[kStoredInterfaceCreate];
  if (!function.exported()) return function.lacking();
  const Settings settings(wanted);
  mpr::MPR_INTERFACE_1 raw{};
  std::optional<TextList> hours;
  put_hours(settings, raw, hours);
  if (!begin_new(settings, raw)) return concluded(status::ERROR_INVALID_PARAMETER, function.name);
  Name name{*settings.text("name")};
  HANDLE handle = nullptr;
  const Outcome found = stored.ask(stored.functions[kStoredInterfaceGetHandle], stored.handle,
                                   pointer_to(name), &handle);
  if (found.succeeded()) return concluded(status::ERROR_INTERFACE_ALREADY_EXISTS, function.name);
  if (found.verdict != Verdict::answered || found.status != status::ERROR_NO_SUCH_INTERFACE) {
    return found;
  }
  // Level 1 begins like level 0.
  const DWORD level = settings.text("hours") == nullptr ? 0 : 1;
  return stored.act(function, stored.handle, level, reinterpret_cast<BYTE*>(&raw), &handle);
}

template <typename Struct>
Outcome set_stored_level(MprConfiguration& stored, HANDLE handle, DWORD level,
                         const Settings& settings) {
  auto read = stored.buffer<Struct>();
  Outcome outcome = read_stored_interface(stored, handle, level, read);
  if (!outcome.succeeded()) return outcome;
  Struct raw = *read.get();
  put_enabled(settings, raw);
  std::optional<TextList> hours;
  if constexpr (std::is_same_v<Struct, mpr::MPR_INTERFACE_1>) put_hours(settings, raw, hours);
  return stored.act(stored.functions[kStoredInterfaceSetInfo], stored.handle, handle, level,
                    reinterpret_cast<BYTE*>(&raw));
}

Outcome set_stored_interface(MprConfiguration& stored, const InterfaceTarget& target,
                             const InterfaceSettings& wanted, Answer& answer) {
  const auto function = stored.functions[kStoredInterfaceSetInfo];
  if (!function.exported()) return function.lacking();
  const Settings settings(wanted);
  return with_stored_interface(stored, target, answer, [&](HANDLE handle) {
    return settings.text("hours") == nullptr
               ? set_stored_level<mpr::MPR_INTERFACE_0>(stored, handle, 0, settings)
               : set_stored_level<mpr::MPR_INTERFACE_1>(stored, handle, 1, settings);
  });
}

Outcome delete_stored_interface(MprConfiguration& stored, const InterfaceTarget& target,
                                Answer& answer) {
  const auto function = stored.functions[kStoredInterfaceDelete];
  if (!function.exported()) return function.lacking();
  return with_stored_interface(stored, target, answer, [&](HANDLE handle) {
    return stored.act(function, stored.handle, handle);
  });
}

}  // namespace

std::vector<Operation> stored_interface_operations() {
  const FunctionsOfDll found = {&kStoredInterfaceGetHandle, &kStoredInterfaceGetInfo};
  return {
      {"configEnumInterfaces", bind<enum_stored_interfaces>, {&kStoredInterfaceEnum}},
      {"configGetInterface",
       bind<get_stored_interface>,
       {&kStoredInterfaceGetInfo},
       {&kStoredInterfaceGetHandle}},
      {"configCreateInterface",
       bind<create_stored_interface>,
       {&kStoredInterfaceCreate},
       {&kStoredInterfaceGetHandle}},
      {"configSetInterface", bind<set_stored_interface>, {&kStoredInterfaceSetInfo}, found},
      {"configDeleteInterface", bind<delete_stored_interface>, {&kStoredInterfaceDelete}, found}};
}

}  // namespace rras::api::mprapi
