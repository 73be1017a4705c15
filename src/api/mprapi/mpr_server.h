// A server that Mprapi.dll speaks to, in the dialects mprapi and nt4. The bodies stand in one file
// for each family of functions.
#pragma once

#include "api/dll_buffer.h"
#include "api/mprapi/functions.h"
#include "api/mprapi/handles.h"
#include "api/server.h"

namespace rras::api::mprapi {

class MprServer final : public Server {
 public:
  MprServer(const Functions& functions, Name name)
      : functions_(functions), name_(std::move(name)) {}

  abi::DWORD connect();
  Outcome disconnect() override;

  // ports.cc
  Outcome enum_ports(abi::DWORD preferred, std::optional<std::uint64_t> connection,
                     const PortVisitor& visit) override;
  Outcome get_port(const PortTarget& port, records::Tables& answer) override;
  Outcome disconnect_port(const PortTarget& port, const std::optional<Expectation>& expected,
                          const PortVisitor& changed) override;
  Outcome reset_port(const PortTarget& port, const std::optional<Expectation>& expected,
                     const PortVisitor& changed) override;
  Outcome clear_port_stats(const PortTarget& port, const std::optional<Expectation>& expected,
                           const PortVisitor& changed) override;

  // server_info.cc
  Outcome is_service_running(records::Tables& answer) override;
  Outcome is_service_initialized(records::Tables& answer) override;
  Outcome get_info(records::Tables& answer) override;
  Outcome set_info(const PortCounts& counts) override;

  // server_ex.cc
  Outcome get_info_ex(std::optional<abi::DWORD> revision, records::Tables& answer) override;
  Outcome set_info_ex(std::optional<abi::DWORD> revision,
                      const ServerExSettings& settings) override;

  // error_string.cc
  Outcome get_error_string(abi::DWORD code, records::Tables& answer) override;

  // domain.cc
  Outcome is_domain_ras_server(const Name& domain, const Name& machine,
                               records::Tables& answer) override;
  Outcome establish_domain_ras_server(const Name& domain, const Name& machine,
                                      bool enable) override;
  Outcome get_pdc_server(const Name& domain, const Name& server, records::Tables& answer) override;

  // credentials.cc
  Outcome get_credentials(Secret& key) override;
  Outcome set_credentials(Secret& key) override;

  // users.cc
  Outcome get_user(const Name& server, const std::u16string& user,
                   records::Tables& answer) override;
  Outcome set_user(const Name& server, const std::u16string& user,
                   const DialInRights& rights) override;

  // devices.cc
  Outcome enum_devices(records::Tables& answer) override;
  Outcome get_transport(abi::DWORD id, records::Tables& answer) override;

  // connections.cc
  Outcome enum_connections(abi::DWORD preferred, records::Tables& answer) override;
  Outcome get_connection(std::uint64_t connection, records::Tables& answer) override;

  // connection_actions.cc
  Outcome disconnect_connection(std::uint64_t connection,
                                const std::optional<ConnectionExpectation>& expected,
                                records::Tables& answer) override;
  Outcome clear_connection_stats(std::uint64_t connection,
                                 const std::optional<ConnectionExpectation>& expected,
                                 records::Tables& answer) override;
  Outcome remove_quarantine(std::uint64_t connection,
                            const std::optional<ConnectionExpectation>& expected,
                            records::Tables& answer) override;
  Outcome remove_quarantine_by_address(abi::DWORD address) override;
  Outcome send_user_message(std::uint64_t connection, const std::u16string& text,
                            const std::optional<ConnectionExpectation>& expected,
                            records::Tables& answer) override;
  Outcome update_connection(std::uint64_t connection, const ConnectionUpdate& update) override;
  Outcome register_notification(abi::HANDLE event) override;
  Outcome deregister_notification(abi::HANDLE event) override;

 private:
  // Calls the function, where the dialect and the library have it.
  template <typename Pointer, typename... Arguments>
  Outcome ask(const Function<Pointer>& function, Arguments... arguments) {
    if (!function.exported()) return function.lacking();
    return {Verdict::answered, function.call(arguments...), function.name};
  }

  // The same for a function that hands out one struct.
  template <typename Struct, typename Pointer, typename... Arguments>
  Outcome read(DllBuffer<Struct>& buffer, const Function<Pointer>& function,
               Arguments... arguments) {
    Outcome outcome = ask(function, arguments..., buffer.out_bytes());
    if (outcome.succeeded() && !buffer) outcome.verdict = Verdict::unreadable;
    return outcome;
  }

  template <typename Struct>
  DllBuffer<Struct> buffer() const {
    return DllBuffer<Struct>(functions_.buffer_free.pointer());
  }

  template <typename Pointer>
  Outcome act(const Function<Pointer>& function, const PortTarget& port,
              const std::optional<Expectation>& expected, const PortVisitor& changed);
  Outcome held_against(const PortTarget& target, const Expectation& expected,
                       const PortVisitor& changed);
  Outcome read_port(const PortTarget& target, const PortVisitor& visit);

  template <typename Use>
  Outcome with_server_ex(std::optional<abi::DWORD> revision, Use&& use);

  // Of connections: whatever the server has not is asked for once.
  struct Known {
    bool ex = true;
    bool level[4] = {true, true, true, true};
  };
  template <typename AskEx, typename AskLevel>
  Outcome at_best_level(AskEx ask_ex, AskLevel ask_level);
  template <typename Struct, typename Record>
  Outcome list_level(abi::DWORD level, const Record& record, abi::DWORD preferred,
                     records::Tables& answer);
  Outcome list_ex(abi::DWORD preferred, records::Tables& answer);
  template <typename Struct, typename Record, typename Take>
  Outcome read_level(abi::DWORD level, std::uint64_t handle, const Record& record,
                     records::Tables& answer, Take take);
  Outcome read_ex(std::uint64_t handle, records::Tables& answer, ConnectionIdentity& identity);
  Outcome read_connection(std::uint64_t handle, records::Tables& answer,
                          ConnectionIdentity& identity);
  Outcome check(std::uint64_t connection, const std::optional<ConnectionExpectation>& expected,
                const AnyFunction& function, records::Tables& answer);

  const Functions& functions_;
  Name name_;  // not const, as some parameters of the API
  abi::HANDLE handle_ = nullptr;

  // What the server was found to know of server_info.cc and server_ex.cc.
  abi::DWORD info_level_ = 2;
  std::optional<abi::BYTE> server_ex_revision_;
  Known known_;
};

}  // namespace rras::api::mprapi
