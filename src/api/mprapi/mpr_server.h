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
  explicit MprServer(const Functions& functions) : functions_(functions) {}

  abi::DWORD connect(abi::WCHAR* name);
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

  const Functions& functions_;
  abi::HANDLE handle_ = nullptr;
};

}  // namespace rras::api::mprapi
