// A server that is reached through Rassapi.dll, NT 4's own API. Each call names the server; there
// are no handles, levels or pages. A port is identified by its name. A name may fill its array
// completely. The operations are in one file for each family of functions.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "abi/rassapi.h"
#include "api/dll_buffer.h"
#include "api/functions.h"
#include "api/server.h"

namespace rras::api::rassapi {

inline constexpr FunctionOfDll<abi::rassapi::PortEnum> kPortEnum{"RasAdminPortEnum"};
inline constexpr FunctionOfDll<abi::rassapi::FreeBuffer> kFreeBuffer{"RasAdminFreeBuffer"};
inline constexpr FunctionOfDll<abi::rassapi::ServerGetInfo> kServerGetInfo{"RasAdminServerGetInfo"};
inline constexpr FunctionOfDll<abi::rassapi::PortClearStatistics> kPortClearStatistics{
    "RasAdminPortClearStatistics"};
inline constexpr FunctionOfDll<abi::rassapi::GetUserAccountServer> kGetUserAccountServer{
    "RasAdminGetUserAccountServer"};

struct RassapiServer final : Server {
  RassapiServer(const OperationTable& operations, const Functions& functions,
                std::optional<std::u16string> name)
      : Server(operations), functions(functions), name(std::move(name)) {}

  // No handle was opened, so there is nothing to release.
  Outcome disconnect() override { return {Verdict::answered, abi::status::SUCCESS, ""}; }

  Outcome register_notification(abi::HANDLE /*event*/) override {
    return dialect_lacks("MprAdminRegisterConnectionNotification");
  }
  Outcome deregister_notification(abi::HANDLE /*event*/) override {
    return dialect_lacks("MprAdminDeregisterConnectionNotification");
  }

  const abi::WCHAR* address() const { return name ? name->c_str() : nullptr; }

  // Calls the function, if the library has it.
  template <typename Pointer, typename... Arguments>
  static Outcome ask(const Function<Pointer>& function, Arguments... arguments) {
    if (!function.exported()) return function.lacking();
    return {Verdict::answered, function.call(arguments...), function.name};
  }

  const Functions& functions;
  const std::optional<std::u16string> name;
};

// The operations, family by family.
std::vector<Operation> port_operations();
std::vector<Operation> server_info_operations();
std::vector<Operation> user_operations();

}  // namespace rras::api::rassapi
