// A server that Rassapi.dll speaks to: NT 4's own API. Each call names the server; there is no
// handle, no level and no paging; a port is named by its name; names may fill their arrays to the
// last character. The bodies stand in one file for each family of functions.
#pragma once

#include "api/dll_buffer.h"
#include "api/rassapi/functions.h"
#include "api/server.h"

namespace rras::api::rassapi {

class RassapiServer final : public Server {
 public:
  RassapiServer(const Functions& functions, std::optional<std::u16string> name)
      : functions_(functions), name_(std::move(name)) {}

  // No handle was opened, so there is nothing to free.
  Outcome disconnect() override { return {Verdict::answered, abi::status::SUCCESS, ""}; }

  // ports.cc
  Outcome enum_ports(abi::DWORD preferred, std::optional<std::uint64_t> connection,
                     const PortVisitor& visit) override;
  Outcome get_port(const PortTarget& port, records::Tables& answer) override;
  Outcome disconnect_port(const PortTarget& port, const std::optional<Expectation>& expected,
                          const PortVisitor& changed) override;
  Outcome clear_port_stats(const PortTarget& port, const std::optional<Expectation>& expected,
                           const PortVisitor& changed) override;

  // server_info.cc
  Outcome get_info(records::Tables& answer) override;
  Outcome get_error_string(abi::DWORD code, records::Tables& answer) override;
  Outcome get_pdc_server(const Name& domain, const Name& server, records::Tables& answer) override;

  // users.cc
  Outcome get_user(const Name& server, const std::u16string& user,
                   records::Tables& answer) override;
  Outcome set_user(const Name& server, const std::u16string& user,
                   const DialInRights& rights) override;

 private:
  // What RasAdminPortGetInfo fills in.
  struct Details {
    explicit Details(abi::rassapi::FreeBuffer free) : parameters(free) {}
    abi::rassapi::RAS_PORT_1 port{};
    abi::rassapi::RAS_PORT_STATISTICS statistics{};
    DllBuffer<abi::rassapi::RAS_PARAMETERS> parameters;
  };

  const abi::WCHAR* server() const { return name_ ? name_->c_str() : nullptr; }

  // Calls the function, where the library has it.
  template <typename Pointer, typename... Arguments>
  Outcome ask(const Function<Pointer>& function, Arguments... arguments) {
    if (!function.exported()) return function.lacking();
    return {Verdict::answered, function.call(arguments...), function.name};
  }

  template <typename Pointer>
  Outcome act(const Function<Pointer>& function, const PortTarget& port,
              const std::optional<Expectation>& expected, const PortVisitor& changed);
  Outcome read(const std::u16string& port, Details& details);
  Outcome visit_listed(const abi::rassapi::RAS_PORT_0& listed, std::uint64_t ordinal,
                       const PortVisitor& visit);
  Outcome held_against(const PortTarget& target, const Expectation& expected,
                       const PortVisitor& changed);
  Outcome held_against_listing(const PortTarget& target, const Expectation& expected,
                               const PortVisitor& changed);

  const Functions& functions_;
  const std::optional<std::u16string> name_;
};

}  // namespace rras::api::rassapi
