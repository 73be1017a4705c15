// The dialects mprapi and nt4: one set of signatures and structs under two sets of names.
#include <cstring>

#include "abi/mprapi.h"
#include "api/dialects.h"
#include "api/dll_buffer.h"
#include "api/functions.h"
#include "api/paging.h"

namespace rras::api {

namespace {

namespace mpr = abi::mpr;
using abi::DWORD;
using abi::HANDLE;
using abi::WCHAR;

// All ports. NULL would be error 6, so it never stands for "all".
const HANDLE kEveryConnection = reinterpret_cast<HANDLE>(~std::uintptr_t{0});

struct Functions {
  Function<mpr::ServerConnect> server_connect;
  Function<mpr::ServerDisconnect> server_disconnect;
  Function<mpr::BufferFree> buffer_free;
  Function<mpr::PortEnum> port_enum;
  Function<mpr::PortGetInfo> port_get_info;
  Function<mpr::PortDisconnect> port_disconnect;
  Function<mpr::PortReset> port_reset;
};

// The same functions under the names of each dialect.
struct Names {
  const char* server_connect;
  const char* server_disconnect;
  const char* buffer_free;
  const char* port_enum;
  const char* port_get_info;
  const char* port_disconnect;
  const char* port_reset;
};

constexpr Names kMprapiNames = {
    "MprAdminServerConnect", "MprAdminServerDisconnect", "MprAdminBufferFree", "MprAdminPortEnum",
    "MprAdminPortGetInfo",   "MprAdminPortDisconnect",   "MprAdminPortReset",
};

constexpr Names kNt4Names = {
    "RasAdminServerConnect", "RasAdminServerDisconnect", "RasAdminBufferFree", "RasAdminPortEnum",
    "RasAdminPortGetInfo",   "RasAdminPortDisconnect",   "RasAdminPortReset",
};

// The required name that is missing, or null.
const char* look_up(const library::SharedLibrary& library, const Names& names,
                    Functions& functions) {
  Lookup lookup(library);
  lookup.required(functions.server_connect, names.server_connect);
  lookup.required(functions.server_disconnect, names.server_disconnect);
  lookup.required(functions.port_enum, names.port_enum);
  lookup.required(functions.buffer_free, names.buffer_free);
  lookup.optional(functions.port_get_info, names.port_get_info);
  lookup.optional(functions.port_disconnect, names.port_disconnect);
  lookup.optional(functions.port_reset, names.port_reset);
  return lookup.missing();
}

std::uint64_t id_of(HANDLE handle) {
  return reinterpret_cast<std::uintptr_t>(handle);
}

bool fits_handle(std::uint64_t id) {
  return id <= ~std::uintptr_t{0};
}

HANDLE handle_of(std::uint64_t id) {
  return reinterpret_cast<HANDLE>(static_cast<std::uintptr_t>(id));
}

// What an idle port has for a connection is documented nowhere. On an authenticated port every
// value is one; elsewhere nothing and the "all" marker, in 32 bits or widened, are none.
bool is_connection(std::uint64_t id, DWORD condition) {
  if (condition == mpr::RAS_PORT_AUTHENTICATED) return true;
  return id != 0 && id != 0xFFFFFFFFu && id != id_of(kEveryConnection);
}

Port port_of(const mpr::RAS_PORT_0& raw) {
  Port port;
  port.handle = id_of(raw.hPort);
  if (is_connection(id_of(raw.hConnection), raw.dwPortCondition)) {
    port.connection = id_of(raw.hConnection);
  }
  port.condition = raw.dwPortCondition;
  port.condition_known = raw.dwPortCondition <= mpr::RAS_PORT_INITIALIZING;
  port.total_calls = raw.dwTotalNumberOfCalls;
  port.connect_duration = raw.dwConnectDuration;
  port.name = bounded(raw.wszPortName);
  port.media_name = bounded(raw.wszMediaName);
  port.device_name = bounded(raw.wszDeviceName);
  port.device_type = bounded(raw.wszDeviceType);
  return port;
}

class MprServer final : public Server {
 public:
  explicit MprServer(const Functions& functions) : functions_(functions) {}

  DWORD connect(WCHAR* name) { return functions_.server_connect.call(name, &handle_); }

  Outcome enum_ports(DWORD preferred, const PortVisitor& visit) override {
    Paging<std::uint64_t> paging;
    DWORD resume = 0;
    for (;;) {
      DllBuffer<mpr::RAS_PORT_0> buffer(functions_.buffer_free.call);
      DWORD entries = 0;
      DWORD total = 0;
      Page page{};
      page.resume_before = resume;
      page.status = functions_.port_enum.call(handle_, 0, kEveryConnection, buffer.out_bytes(),
                                              preferred, &entries, &total, &resume);
      page.has_buffer = static_cast<bool>(buffer);
      page.entries = entries;
      page.resume_after = resume;
      if (paging.readable(page)) {
        const auto* ports = buffer.get();
        for (DWORD i = 0; i < entries; ++i) {
          if (paging.take(id_of(ports[i].hPort))) visit(port_of(ports[i]));
        }
      }
      if (!paging.goes_on(page)) return paging.outcome(functions_.port_enum.name);
    }
  }

  Outcome disconnect_port(const PortTarget& port, const std::optional<Expectation>& expected,
                          const PortVisitor& changed) override {
    return act(functions_.port_disconnect, port, expected, changed);
  }

  Outcome reset_port(const PortTarget& port, const std::optional<Expectation>& expected,
                     const PortVisitor& changed) override {
    return act(functions_.port_reset, port, expected, changed);
  }

  Outcome disconnect() override {
    // By value: a sample on a reference page passes the handle's address, which is a bug.
    functions_.server_disconnect.call(handle_);
    return {Verdict::answered, abi::status::SUCCESS, functions_.server_disconnect.name};
  }

 private:
  template <typename Pointer>
  Outcome act(const Function<Pointer>& function, const PortTarget& port,
              const std::optional<Expectation>& expected, const PortVisitor& changed) {
    if (!function.exported()) {
      return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, function.name};
    }
    // Cut to 32 bits it would name another port.
    if (!fits_handle(port.handle)) {
      return {Verdict::answered, abi::status::ERROR_INVALID_PARAMETER, function.name};
    }
    if (expected) {
      Outcome check = held_against(port, *expected, changed);
      if (!check.succeeded()) return check;
    }
    return {Verdict::answered, function.call(handle_, handle_of(port.handle)), function.name};
  }

  Outcome held_against(const PortTarget& target, const Expectation& expected,
                       const PortVisitor& changed) {
    bool found = false;
    bool met = false;
    auto judge = [&](const Port& port) {
      if (port.handle != target.handle || found) return;
      found = true;
      met = meets(port, expected);
      if (!met) changed(port);
    };
    Outcome outcome = read_port(target, judge);
    if (!outcome.succeeded() || met) return outcome;
    if (!found) {
      return {Verdict::answered, abi::status::ERROR_INVALID_PORT_HANDLE, outcome.function};
    }
    return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
  }

  Outcome read_port(const PortTarget& target, const PortVisitor& visit) {
    const auto& get_info = functions_.port_get_info;
    if (!get_info.exported()) return enum_ports(0xFFFFFFFF, visit);
    DllBuffer<mpr::RAS_PORT_0> buffer(functions_.buffer_free.call);
    DWORD status = get_info.call(handle_, 0, handle_of(target.handle), buffer.out_bytes());
    if (status == abi::status::SUCCESS) {
      if (!buffer) return {Verdict::unreadable, status, get_info.name};
      visit(port_of(*buffer.get()));
    }
    return {Verdict::answered, status, get_info.name};
  }

  const Functions& functions_;
  HANDLE handle_ = nullptr;
};

class MprDialect final : public Dialect {
 public:
  MprDialect(const char* name, const Functions& functions, library::SharedLibrary&& library)
      : name_(name), functions_(functions), library_(std::move(library)) {}

  const char* name() const override { return name_; }
  const std::string& file() const override { return library_.file(); }

  std::vector<const char*> operations() const override {
    std::vector<const char*> operations = {"connect", "enumPorts", "serverDisconnect"};
    if (functions_.port_disconnect.exported()) operations.push_back("disconnectPort");
    if (functions_.port_reset.exported()) operations.push_back("resetPort");
    return operations;
  }

  Connecting connect(const std::optional<std::u16string>& server) const override {
    // The parameter is not const, so the function gets characters of its own.
    std::u16string name = server.value_or(u"");
    auto connected = std::make_unique<MprServer>(functions_);
    DWORD status = connected->connect(server ? name.data() : nullptr);
    Connecting connecting;
    connecting.outcome = {Verdict::answered, status, functions_.server_connect.name};
    if (status == abi::status::SUCCESS) connecting.server = std::move(connected);
    return connecting;
  }

 private:
  const char* name_;
  const Functions functions_;
  const library::SharedLibrary library_;
};

Recognition spoken(const char* name, const Functions& functions, library::SharedLibrary& library) {
  return std::make_shared<const MprDialect>(name, functions, std::move(library));
}

}  // namespace

Recognition recognise_mprapi(library::SharedLibrary& library) {
  Functions functions;
  const char* missing = look_up(library, kMprapiNames, functions);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  return spoken("mprapi", functions, library);
}

Recognition recognise_nt4(library::SharedLibrary& library) {
  Functions functions;
  const char* missing = look_up(library, kNt4Names, functions);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  // Windows 2000 and 2003 export both spellings: there the newer one is spoken.
  const char* newer = kMprapiNames.port_enum;
  if (library.find(newer) != nullptr) return NotSpoken{library::Refusal::other_dialect, newer};
  return spoken("nt4", functions, library);
}

}  // namespace rras::api
