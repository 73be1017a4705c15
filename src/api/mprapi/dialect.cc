// Recognises the dialects mprapi and nt4, connects and disconnects.
#include <utility>

#include "api/dialects.h"
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

// The name of a required function that the library lacks, if there is one.
const char* missing_in(const Functions& functions) {
  for (const AnyFunctionOfDll* function :
       FunctionsOfDll{&kServerConnect, &kServerDisconnect, &kPortEnum, &kBufferFree}) {
    if (!functions.exports(*function)) return functions.name_of(*function);
  }
  return nullptr;
}

Functions look_up(Functions::Spelling spelling, const os::SharedLibrary& library) {
  FunctionsOfDll wanted = operations_of_mprapi().needs();
  wanted.push_back(&kBufferFree);
  return Functions(spelling, wanted, library);
}

class MprDialect final : public Dialect {
 public:
  MprDialect(const char* name, Library&& functions, os::SharedLibrary&& file)
      : name_(name), library_(std::move(functions)), file_(std::move(file)) {}

  const char* name() const override { return name_; }
  const std::string& file() const override { return file_.file(); }
  abi::rpc::CancelThreadEx canceller() const override { return canceller_; }

  std::vector<const char*> operations() const override {
    return operations_of_mprapi().possible(library_.functions);
  }

  Connecting connect(const std::optional<std::u16string>& server) const override {
    auto connected = std::make_unique<MprServer>(operations_of_mprapi(), library_, server);
    const auto function = library_.functions[kServerConnect];
    abi::DWORD status = function.call(pointer_to(connected->name), &connected->handle);
    Connecting connecting;
    connecting.outcome = {Verdict::answered, status, function.name};
    if (status == abi::status::SUCCESS) connecting.server = std::move(connected);
    return connecting;
  }

 private:
  const char* name_;
  const Library library_;
  const os::SharedLibrary file_;
  const abi::rpc::CancelThreadEx canceller_ = os::find_canceller(file_);
};

Recognition recognise(const char* name, Functions::Spelling spelling, os::SharedLibrary& file) {
  Functions functions = look_up(spelling, file);
  const char* missing = missing_in(functions);
  if (missing != nullptr) return NotSpoken{os::Refusal::function_missing, missing};
  Library library{std::move(functions), spelling == Functions::first, os::local_free_for(file)};
  return std::make_shared<const MprDialect>(name, std::move(library), std::move(file));
}

}  // namespace

Outcome MprServer::disconnect() {
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
    return {Verdict::answered, abi::status::ERROR_NOT_SUPPORTED, function.name};
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
               user_operations(), device_operations()})
           .release();
  return table;
}

Recognition recognise_mprapi(os::SharedLibrary& library) {
  return mprapi::recognise("mprapi", Functions::first, library);
}

Recognition recognise_nt4(os::SharedLibrary& library) {
  // Windows 2000 and 2003 export both spellings: there the newer one is spoken.
  const char* missing = mprapi::missing_in(mprapi::look_up(Functions::second, library));
  if (missing != nullptr) return NotSpoken{os::Refusal::function_missing, missing};
  const char* newer = "MprAdminPortEnum";
  if (library.find(newer) != nullptr) return NotSpoken{os::Refusal::other_dialect, newer};
  return mprapi::recognise("nt4", Functions::second, library);
}

}  // namespace rras::api
