// The dialect rassapi: NT 4's own API. Each call names the server; there is no handle, no level and
// no paging; a port is named by its name; names may fill their arrays to the last character.
#include <chrono>
#include <cstring>

#include "abi/rassapi.h"
#include "api/dialects.h"
#include "api/dll_buffer.h"
#include "api/functions.h"

namespace rras::api {

namespace {

namespace old = abi::rassapi;
using abi::DWORD;
using abi::WCHAR;
using abi::WORD;

struct Functions {
  Function<old::ServerGetInfo> server_get_info;
  Function<old::PortEnum> port_enum;
  Function<old::PortGetInfo> port_get_info;
  Function<old::PortDisconnect> port_disconnect;
  Function<old::FreeBuffer> free_buffer;
};

const char* look_up(const library::SharedLibrary& library, Functions& functions) {
  Lookup lookup(library);
  lookup.required(functions.port_enum, "RasAdminPortEnum");
  lookup.required(functions.free_buffer, "RasAdminFreeBuffer");
  lookup.optional(functions.server_get_info, "RasAdminServerGetInfo");
  lookup.optional(functions.port_get_info, "RasAdminPortGetInfo");
  lookup.optional(functions.port_disconnect, "RasAdminPortDisconnect");
  return lookup.missing();
}

DWORD seconds_since(DWORD start) {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return seconds > start ? static_cast<DWORD>(seconds - start) : 0;
}

// 1 to 7 become 0 to 6, as mprapi counts; other numbers stay as they are, as unknown ones.
void set_condition(Port& port, DWORD line_condition) {
  port.condition_known = line_condition >= old::RAS_PORT_NON_OPERATIONAL &&
                         line_condition <= old::RAS_PORT_INITIALIZING;
  port.condition = port.condition_known ? line_condition - 1 : line_condition;
}

Port port_of(const old::RAS_PORT_0& raw, std::uint64_t ordinal) {
  Port port;
  port.handle = ordinal;
  port.name = bounded(raw.wszPortName);
  port.media_name = bounded(raw.wszMediaName);
  port.device_name = bounded(raw.wszDeviceName);
  port.device_type = bounded(raw.wszDeviceType);
  port.has_session = true;
  // What stands there while nobody is on the port is documented nowhere, and may be the last
  // caller.
  if ((raw.Flags & old::USER_AUTHENTICATED) != 0) {
    port.user_name = bounded(raw.wszUserName);
    port.computer = bounded(raw.wszComputer);
    port.logon_domain = bounded(raw.wszLogonDomain);
    port.session_start = raw.dwStartSessionTime;
    if (raw.dwStartSessionTime != 0) port.connect_duration = seconds_since(raw.dwStartSessionTime);
  }
  return port;
}

class RassapiServer final : public Server {
 public:
  RassapiServer(const Functions& functions, std::optional<std::u16string> name)
      : functions_(functions), name_(std::move(name)) {}

  Outcome enum_ports(DWORD /* there are no pages */, const PortVisitor& visit) override {
    DllBuffer<old::RAS_PORT_0> ports(functions_.free_buffer.call);
    WORD count = 0;
    DWORD status = functions_.port_enum.call(server(), ports.out(), &count);
    if (status != abi::status::SUCCESS) {
      return {Verdict::answered, status, functions_.port_enum.name};
    }
    if (count > 0 && !ports) return {Verdict::unreadable, status, functions_.port_enum.name};
    for (WORD i = 0; i < count; ++i) {
      Outcome outcome = visit_listed(ports.get()[i], i, visit);
      if (!outcome.succeeded()) return outcome;
    }
    return {Verdict::answered, abi::status::SUCCESS, functions_.port_enum.name};
  }

  Outcome disconnect_port(const PortTarget& port, const std::optional<Expectation>& expected,
                          const PortVisitor& changed) override {
    const auto& function = functions_.port_disconnect;
    if (!function.exported()) {
      return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, function.name};
    }
    if (expected) {
      Outcome check = held_against(port, *expected, changed);
      if (!check.succeeded()) return check;
    }
    return {Verdict::answered, function.call(server(), port.name.c_str()), function.name};
  }

  Outcome reset_port(const PortTarget&, const std::optional<Expectation>&,
                     const PortVisitor&) override {
    return {Verdict::dialect_lacks, abi::status::ERROR_CALL_NOT_IMPLEMENTED, "RasAdminPortReset"};
  }

  // No handle was opened, so there is nothing to free.
  Outcome disconnect() override { return {Verdict::answered, abi::status::SUCCESS, ""}; }

 private:
  const WCHAR* server() const { return name_ ? name_->c_str() : nullptr; }

  // The listing has no condition: it stands in what RasAdminPortGetInfo tells of each port.
  Outcome visit_listed(const old::RAS_PORT_0& listed, std::uint64_t ordinal,
                       const PortVisitor& visit) {
    Port port = port_of(listed, ordinal);
    set_condition(port, (listed.Flags & old::USER_AUTHENTICATED) != 0 ? old::RAS_PORT_AUTHENTICATED
                                                                      : DWORD{0});
    if (functions_.port_get_info.exported()) {
      Details details(functions_.free_buffer.call);
      DWORD status = read(std::u16string(port.name), details);
      // The port went away since it was listed: what the listing said of it is all there is.
      bool gone = status == abi::status::ERROR_DEV_NOT_EXIST ||
                  status == abi::status::ERROR_INVALID_PORT_HANDLE;
      if (status == abi::status::SUCCESS) {
        set_condition(port, details.port.LineCondition);
      } else if (!gone) {
        return {Verdict::answered, status, functions_.port_get_info.name};
      }
    }
    visit(port);
    return {Verdict::answered, abi::status::SUCCESS, functions_.port_enum.name};
  }

  struct Details {
    explicit Details(old::FreeBuffer free) : parameters(free) {}
    old::RAS_PORT_1 port{};
    old::RAS_PORT_STATISTICS statistics{};
    DllBuffer<old::RAS_PARAMETERS> parameters;
  };

  DWORD read(const std::u16string& port, Details& details) {
    return functions_.port_get_info.call(server(), port.c_str(), &details.port, &details.statistics,
                                         details.parameters.out());
  }

  Outcome held_against(const PortTarget& target, const Expectation& expected,
                       const PortVisitor& changed) {
    if (!functions_.port_get_info.exported())
      return held_against_listing(target, expected, changed);
    Details details(functions_.free_buffer.call);
    DWORD status = read(target.name, details);
    if (status == abi::status::SUCCESS) {
      Port port = port_of(details.port.rasport0, target.handle);
      set_condition(port, details.port.LineCondition);
      if (!meets(port, expected)) {
        changed(port);
        return {Verdict::port_changed, abi::status::SUCCESS, functions_.port_get_info.name};
      }
    }
    return {Verdict::answered, status, functions_.port_get_info.name};
  }

  Outcome held_against_listing(const PortTarget& target, const Expectation& expected,
                               const PortVisitor& changed) {
    bool found = false;
    bool met = false;
    Outcome outcome = enum_ports(0, [&](const Port& port) {
      if (port.name != target.name || found) return;
      found = true;
      met = meets(port, expected);
      if (!met) changed(port);
    });
    if (!outcome.succeeded() || met) return outcome;
    if (!found) return {Verdict::answered, abi::status::ERROR_DEV_NOT_EXIST, outcome.function};
    return {Verdict::port_changed, abi::status::SUCCESS, outcome.function};
  }

  const Functions& functions_;
  const std::optional<std::u16string> name_;
};

class RassapiDialect final : public Dialect {
 public:
  RassapiDialect(const Functions& functions, library::SharedLibrary&& library)
      : functions_(functions), library_(std::move(library)) {}

  const char* name() const override { return "rassapi"; }
  const std::string& file() const override { return library_.file(); }

  std::vector<const char*> operations() const override {
    std::vector<const char*> operations = {"enumPorts", "serverDisconnect"};
    if (functions_.server_get_info.exported()) operations.push_back("connect");
    if (functions_.port_disconnect.exported()) operations.push_back("disconnectPort");
    return operations;
  }

  // There is no connect: a question that every server answers shows that it is there.
  Connecting connect(const std::optional<std::u16string>& server) const override {
    Connecting connecting;
    const auto& function = functions_.server_get_info;
    if (!function.exported()) {
      connecting.outcome = {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND,
                            function.name};
      return connecting;
    }
    std::optional<std::u16string> name;
    if (server) name = u"\\\\" + *server;
    old::RAS_SERVER_0 info{};
    DWORD status = function.call(name ? name->c_str() : nullptr, &info);
    connecting.outcome = {Verdict::answered, status, function.name};
    if (status == abi::status::SUCCESS) {
      connecting.server = std::make_unique<RassapiServer>(functions_, std::move(name));
    }
    return connecting;
  }

 private:
  const Functions functions_;
  const library::SharedLibrary library_;
};

}  // namespace

Recognition recognise_rassapi(library::SharedLibrary& library) {
  Functions functions;
  const char* missing = look_up(library, functions);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  // With it the names have other signatures: a call would read a handle as a string.
  const char* other = "RasAdminServerConnect";
  if (library.find(other) != nullptr) return NotSpoken{library::Refusal::other_dialect, other};
  return std::shared_ptr<const Dialect>(
      std::make_shared<const RassapiDialect>(functions, std::move(library)));
}

}  // namespace rras::api
