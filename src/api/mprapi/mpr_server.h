// What is reached through Mprapi.dll: a running server, in the dialects mprapi and nt4, or its
// stored configuration, in mprapi alone. The operations are in one file for each family of
// functions.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "abi/mprapi.h"
#include "api/dll_buffer.h"
#include "api/functions.h"
#include "api/server.h"
#include "os/local_free.h"
#include "shared/handles.h"

namespace rras::api::mprapi {

using shared::fits_handle;
using shared::handle_of;
using shared::id_of;
using shared::kEveryConnection;

inline constexpr FunctionOfDll<abi::mpr::BufferFree> kBufferFree{"MprAdminBufferFree",
                                                                 "RasAdminBufferFree"};

// The state that all servers of one library share.
struct Library {
  Functions functions;
  bool has_levels = false;             // NT 4 has level 0 only
  os::LocalFree local_free = nullptr;  // frees the text of MprAdminGetErrorString
};

struct MprSession : Server {
  // `free` frees the blocks of this session's functions, and no others.
  MprSession(const OperationTable& operations, const Library& library, Name name,
             const FunctionOfDll<abi::mpr::BufferFree>& free)
      : Server(operations),
        functions(library.functions),
        library(library),
        name(std::move(name)),
        free_(library.functions[free].pointer()) {}

  // Calls the function, if the dialect and the library have it.
  template <typename Pointer, typename... Arguments>
  static Outcome ask(const Function<Pointer>& function, Arguments... arguments) {
    if (!function.exported()) return function.lacking();
    return {Verdict::answered, function.call(arguments...), function.name};
  }

  // The same for a function that returns one struct in a block.
  template <typename Struct, typename Pointer, typename... Arguments>
  static Outcome read(DllBuffer<Struct>& buffer, const Function<Pointer>& function,
                      Arguments... arguments) {
    if (!function.exported()) return function.lacking();
    Outcome outcome{Verdict::answered, function.call(arguments..., buffer.out_bytes()),
                    function.name};
    if (outcome.succeeded() && !buffer) outcome.verdict = Verdict::unreadable;
    return outcome;
  }

  template <typename Struct>
  DllBuffer<Struct> buffer() const {
    return DllBuffer<Struct>(free_);
  }

  const Functions& functions;
  const Library& library;
  Name name;  // not const, because some parameters of the API are not
  abi::HANDLE handle = nullptr;

  // The levels that the server may have. A level that it lacks is tried only once.
  abi::DWORD info_level = 2;
  std::optional<abi::BYTE> server_ex_revision;

 private:
  const abi::mpr::BufferFree free_;
};

struct MprServer final : MprSession {
  MprServer(const OperationTable& operations, const Library& library, Name name)
      : MprSession(operations, library, std::move(name), kBufferFree) {}

  Outcome disconnect() override;
  Outcome register_notification(abi::HANDLE event) override;
  Outcome deregister_notification(abi::HANDLE event) override;

  // Releases the MIB's handle, if there is one.
  void close_mib();

  abi::HANDLE mib = nullptr;  // from the first question about the MIB on
  bool knows_connection_ex = true;
  bool knows_connection_level[4] = {true, true, true, true};
  bool knows_interface_level[4] = {true, true, true, true};
};

// The operations, family by family.
std::vector<Operation> port_operations();
std::vector<Operation> connection_operations();
std::vector<Operation> connection_action_operations();
std::vector<Operation> server_info_operations();
std::vector<Operation> server_ex_operations();
std::vector<Operation> error_string_operations();
std::vector<Operation> domain_operations();
std::vector<Operation> credential_operations();
std::vector<Operation> user_operations();
std::vector<Operation> device_operations();
std::vector<Operation> mib_operations();

// What the MIB's handle and its blocks need to be released.
FunctionsOfDll releases_of_mib();
std::vector<Operation> interface_operations();
std::vector<Operation> interface_change_operations();
std::vector<Operation> interface_connecting_operations();
std::vector<Operation> interface_credential_operations();
std::vector<Operation> interface_transport_operations();
std::vector<Operation> custom_info_operations();
std::vector<Operation> transport_operations();

// For the function with the same signature of a running server and of a stored configuration.
Outcome read_info(MprSession& session, const FunctionOfDll<abi::mpr::ServerGetInfo>& get,
                  Answer& answer);
Outcome write_info(MprSession& session, const FunctionOfDll<abi::mpr::ServerSetInfo>& set,
                   const PortCounts& counts);
Outcome read_info_ex(MprSession& session, const FunctionOfDll<abi::mpr::ServerGetInfoEx>& get,
                     std::optional<abi::DWORD> revision, Answer& answer);
Outcome write_info_ex(MprSession& session, const FunctionOfDll<abi::mpr::ServerGetInfoEx>& get,
                      const FunctionOfDll<abi::mpr::ServerSetInfoEx>& set,
                      std::optional<abi::DWORD> revision, const ServerExSettings& settings);

// Reads the connection that has this handle now, at the best level that the server has.
Outcome read_connection(MprServer& server, std::uint64_t handle, records::Tables& answer,
                        ConnectionIdentity& identity);

}  // namespace rras::api::mprapi
