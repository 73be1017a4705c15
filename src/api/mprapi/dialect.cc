// Recognises the dialects mprapi and nt4, connects and disconnects.
#include <utility>

#include "api/dialects.h"
#include "api/mprapi/mpr_configuration.h"
#include "api/mprapi/mpr_server.h"
#include "api/mprapi/port_listing.h"
#include "os/call_canceller.h"

namespace rras::api {

namespace mprapi {

namespace {

constexpr FunctionOfDll<abi::mpr::ServerConnect> kServerConnect{"MprAdminServerConnect",
                                                                "RasAdminServerConnect"};
constexpr FunctionOfDll<abi::mpr::ServerDisconnect> kServerDisconnect{"MprAdminServerDisconnect",
                                                                      "RasAdminServerDisconnect"};
constexpr FunctionOfDll<abi::mpr::RegisterConnectionNotification> kRegisterNotification{
    "MprAdminRegisterConnectionNotification"};
constexpr FunctionOfDll<abi::mpr::DeregisterConnectionNotification> kDeregisterNotification{
    "MprAdminDeregisterConnectionNotification"};

std::vector<Operation> session_operations() {
  return {{"connect", nullptr, {&kServerConnect}},
          {"serverDisconnect", nullptr, {&kServerDisconnect}},
          {"watchConnections", nullptr, {&kRegisterNotification}},
          {"endNotification", nullptr, {&kDeregisterNotification}}};
}

// The functions without which the library is of no use.
FunctionsOfDll required() {
  return {&kServerConnect, &kServerDisconnect, &kPortEnum, &kBufferFree};
}

// The MprAdmin name of a required function that the library does not export under it, if there is
// one.
const char* missing_mpr_name(const os::SharedLibrary& library) {
  for (const AnyFunctionOfDll* function : required()) {
    const char* name = function->names[Functions::first];
    if (library.find(name) == nullptr) return name;
  }
  return nullptr;
}

const OperationTable& operations_of(Side side) {
  return side == Side::running ? operations_of_mprapi() : operations_of_configuration();
}

FunctionsOfDll functions_of(Side side) {
  FunctionsOfDll wanted = operations_of(side).needs();
  wanted.push_back(side == Side::running ? &kBufferFree : &kConfigBufferFree);
  if (side == Side::stored) return wanted;
  for (const AnyFunctionOfDll* function : releases_of_mib()) wanted.push_back(function);
  return wanted;
}

Functions look_up(Functions::Spelling spelling, Functions::OtherNames other_names,
                  const os::SharedLibrary& library) {
  FunctionsOfDll wanted = functions_of(Side::running);
  for (const AnyFunctionOfDll* function : functions_of(Side::stored)) wanted.push_back(function);
  return Functions(spelling, other_names, wanted, library);
}

class MprDialect final : public Dialect {
 public:
  MprDialect(const char* name, Library&& functions, os::SharedLibrary&& file)
      : name_(name), library_(std::move(functions)), file_(std::move(file)) {}

  const char* name() const override { return name_; }
  const std::string& file() const override { return file_.file(); }
  abi::rpc::CancelThreadEx canceller() const override { return canceller_; }

  std::vector<const char*> operations(Side side) const override {
    return operations_of(side).possible(library_.functions);
  }

  std::vector<const char*> functions(Side side) const override {
    return library_.functions.exported_names(functions_of(side));
  }

  Connecting connect(Side side, const std::optional<std::u16string>& server) const override {
    if (side == Side::running) return connected<MprServer>(kServerConnect, side, server);
    // Without these, nothing that the configuration gives out could be released.
    for (const AnyFunction& function : {AnyFunction(library_.functions[kConfigDisconnect]),
                                        AnyFunction(library_.functions[kConfigBufferFree])}) {
      if (function.exported()) continue;
      Connecting connecting;
      connecting.outcome = function.lacking();
      return connecting;
    }
    return connected<MprConfiguration>(kConfigConnect, side, server);
  }

 private:
  template <typename Session>
  Connecting connected(const FunctionOfDll<abi::mpr::ServerConnect>& connect, Side side,
                       const std::optional<std::u16string>& server) const {
    Connecting connecting;
    const auto function = library_.functions[connect];
    if (!function.exported()) {
      connecting.outcome = function.lacking();
      return connecting;
    }
    auto connected = std::make_unique<Session>(operations_of(side), library_, server);
    abi::DWORD status = function.call(pointer_to(connected->name), &connected->handle);
    connecting.outcome = {Verdict::answered, status, function.name};
    if (status == abi::status::SUCCESS) connecting.server = std::move(connected);
    return connecting;
  }

  const char* name_;
  const Library library_;
  const os::SharedLibrary file_;
  const abi::rpc::CancelThreadEx canceller_ = os::find_canceller(file_);
};

Recognition dialect_of(const char* name, Functions&& functions, bool has_levels,
                       os::SharedLibrary& file) {
  Library library{std::move(functions), has_levels, os::local_free_for(file)};
  return std::make_shared<const MprDialect>(name, std::move(library), std::move(file));
}

}  // namespace

Outcome MprServer::disconnect() {
  close_mib();
  const auto function = functions[kServerDisconnect];
  // The handle is passed by value. A sample on a reference page passes its address, which is a bug.
  function.call(handle);
  return {Verdict::answered, abi::status::SUCCESS, function.name};
}

// The service looks for the event's handle in the process with this process's id. On another
// machine that is a different process.
Outcome MprServer::register_notification(abi::HANDLE event) {
  const auto function = functions[kRegisterNotification];
  if (function.exported() && name) {
    return concluded(abi::status::ERROR_NOT_SUPPORTED, function.name);
  }
  return ask(function, handle, event);
}

Outcome MprServer::deregister_notification(abi::HANDLE event) {
  return ask(functions[kDeregisterNotification], handle, event);
}

}  // namespace mprapi

const OperationTable& operations_of_mprapi() {
  using namespace mprapi;
  // Never destroyed: at exit a thread may still be in a call.
  static const OperationTable& table =
      *std::make_unique<OperationTable>(
           std::initializer_list<std::vector<Operation>>{
               session_operations(), port_operations(), connection_operations(),
               connection_action_operations(), server_info_operations(), server_ex_operations(),
               error_string_operations(), domain_operations(), credential_operations(),
               user_operations(), device_operations(), transport_operations(), mib_operations(),
               interface_operations(), interface_change_operations(),
               interface_connecting_operations(), interface_credential_operations(),
               interface_transport_operations(), custom_info_operations()})
           .release();
  return table;
}

const OperationTable& operations_of_configuration() {
  using namespace mprapi;
  static const OperationTable& table =
      *std::make_unique<OperationTable>(
           std::initializer_list<std::vector<Operation>>{
               configuration_session_operations(), configuration_operations(),
               stored_transport_operations(), stored_interface_operations(),
               stored_interface_transport_operations(), interface_name_operations(),
               stored_custom_info_operations()})
           .release();
  return table;
}

Recognition recognise_mprapi(os::SharedLibrary& library) {
  using namespace mprapi;
  const char* missing = missing_mpr_name(library);
  if (missing != nullptr) return NotSpoken{os::Refusal::function_missing, missing};
  // Next to a function of Rassapi.dll, a RasAdmin name may have its signature.
  const auto other_names = mark_of_rassapi(library) == nullptr ? Functions::OtherNames::accepted
                                                               : Functions::OtherNames::refused;
  return dialect_of("mprapi", look_up(Functions::first, other_names, library), true, library);
}

// The pages give RasAdmin names for ten functions of the redistributable and are silent about the
// others, so each function may have either name.
Recognition recognise_nt4(os::SharedLibrary& library) {
  using namespace mprapi;
  Functions functions = look_up(Functions::second, Functions::OtherNames::accepted, library);
  for (const AnyFunctionOfDll* function : required()) {
    if (functions.exports(*function)) continue;
    const auto& names = function->names;
    return NotSpoken{os::Refusal::function_missing, names[Functions::second],
                     names[Functions::first]};
  }
  // Windows 2000 and 2003 export both names of every function. Their dialect is mprapi.
  if (missing_mpr_name(library) == nullptr) {
    return NotSpoken{os::Refusal::other_dialect, kPortEnum.names[Functions::first]};
  }
  const char* mark = mark_of_rassapi(library);
  if (mark != nullptr) return NotSpoken{os::Refusal::other_dialect, mark};
  return dialect_of("nt4", std::move(functions), false, library);
}

}  // namespace rras::api
