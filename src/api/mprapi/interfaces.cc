// Lists and reads the interfaces of the router.
#include "api/mprapi/interface_reading.h"
#include "api/mprapi/pages.h"

namespace rras::api::mprapi {

namespace {

namespace mpr = abi::mpr;
namespace status = abi::status;
using abi::BOOL;
using abi::DWORD;
using abi::HANDLE;

constexpr FunctionOfDll<abi::mpr::InterfaceEnum> kInterfaceEnum{"MprAdminInterfaceEnum"};

Outcome changed(const mpr::MPR_INTERFACE_0& now, const Outcome& read, Answer& answer) {
  answer.tables = {};
  answer.tables.add(records::kInterface, now);
  return {Verdict::interface_changed, status::SUCCESS, read.function};
}

Outcome enum_interfaces(MprServer& server, DWORD preferred, Answer& answer) {
  using Struct = mpr::MPR_INTERFACE_0;
  const auto& function = server.functions[kInterfaceEnum];
  if (!function.exported()) return function.lacking();
  records::RowPacker& rows = answer.tables.of(records::kInterface);
  return every_page<Struct>(
      function.name, server.functions[kBufferFree].pointer(), &Struct::hInterface,
      [&](DllBuffer<Struct>& page, DWORD* entries, DWORD* total, DWORD* resume) {
        return function.call(server.handle, DWORD{0}, page.out_bytes(), preferred, entries, total,
                             resume);
      },
      [&](const Struct& one) { records::kInterface.pack(one, rows); },
      records::kInterface.room_in(rows));
}

Outcome get_interface_handle(MprServer& server, const Name& name, DWORD clients, Answer& answer) {
  HANDLE handle = nullptr;
  Name copy = name;
  Outcome outcome = server.ask(server.functions[kInterfaceGetHandle], server.handle,
                               pointer_to(copy), &handle, static_cast<BOOL>(clients));
  if (outcome.succeeded()) answer.value = id_of(handle);
  return outcome;
}

// What an older server lacks of the further levels is left out. Between two readings the handle may
// have got another interface.
Outcome get_interface(MprServer& server, const InterfaceTarget& target, Answer& answer) {
  HANDLE handle = nullptr;
  auto now = server.buffer<mpr::MPR_INTERFACE_0>();
  Outcome outcome = read_interface(server, target, handle, now, answer);
  if (!outcome.succeeded()) return outcome;
  answer.tables.add(records::kInterface, *now.get());
  InterfaceTarget same;
  same.handle = id_of(handle);
  same.name = shared::bounded(now.get()->wszInterfaceName);
  same.type = now.get()->dwIfType;
  if (server.knows_interface_level[1]) {
    auto level1 = server.buffer<mpr::MPR_INTERFACE_1>();
    Outcome further =
        server.read(level1, server.functions[kInterfaceGetInfo], server.handle, handle, DWORD{1});
    if (further.succeeded()) {
      const auto& begin = *reinterpret_cast<const mpr::MPR_INTERFACE_0*>(level1.get());
      if (!meets(begin, same)) return changed(begin, further, answer);
      answer.tables.add(records::kInterfaceHours, *level1.get());
    } else if (!is_beyond_interfaces(server, 1, further)) {
      return further;
    }
  }
  // Only demand-dial interfaces of this type have an entry in the phone book.
  if (now.get()->dwIfType != mpr::ROUTER_IF_TYPE_FULL_ROUTER) return outcome;
  Outcome entry = with_entry(server, handle, [&](const auto& read, DWORD level) {
    const auto& begin = *reinterpret_cast<const mpr::MPR_INTERFACE_0*>(&read);
    if (!meets(begin, same)) return changed(begin, outcome, answer);
    answer.tables.add(records::kInterfaceEntry, records::interfaces::LeveledEntry{level, read});
    return outcome;
  });
  return entry.succeeded() || !is_beyond_interfaces(server, 2, entry) ? entry : outcome;
}

}  // namespace

bool is_beyond_interfaces(MprServer& server, DWORD level, const Outcome& outcome) {
  const LevelAnswer answered = judge(Levels::interfaces, outcome);
  if (answered == LevelAnswer::unknown) server.knows_interface_level[level] = false;
  return answered != LevelAnswer::other;
}

Outcome find_interface(MprServer& server, const InterfaceTarget& target, HANDLE& handle) {
  const auto& function = server.functions[kInterfaceGetHandle];
  if (!target.handle) {
    Name name = target.name;
    return server.ask(function, server.handle, pointer_to(name), &handle, BOOL{1});
  }
  if (!fits_handle(*target.handle)) return concluded(status::ERROR_INVALID_HANDLE, function.name);
  handle = handle_of(*target.handle);
  return {Verdict::answered, status::SUCCESS, function.name};
}

Outcome read_interface(MprServer& server, const InterfaceTarget& target, HANDLE& handle,
                       DllBuffer<mpr::MPR_INTERFACE_0>& now, Answer& answer) {
  Outcome outcome = find_interface(server, target, handle);
  if (!outcome.succeeded()) return outcome;
  outcome = server.read(now, server.functions[kInterfaceGetInfo], server.handle, handle, DWORD{0});
  if (!outcome.succeeded() || meets(*now.get(), target)) return outcome;
  return changed(*now.get(), outcome, answer);
}

Outcome expect_interface(MprServer& server, const InterfaceTarget& target, HANDLE& handle,
                         Answer& answer) {
  if (!target.name && !target.type) return find_interface(server, target, handle);
  auto now = server.buffer<mpr::MPR_INTERFACE_0>();
  return read_interface(server, target, handle, now, answer);
}

std::vector<Operation> interface_operations() {
  return {{"enumInterfaces", bind<enum_interfaces>, {&kInterfaceEnum}},
          {"getInterface", bind<get_interface>, {&kInterfaceGetInfo}},
          {"getInterfaceHandle", bind<get_interface_handle>, {&kInterfaceGetHandle}}};
}

}  // namespace rras::api::mprapi
