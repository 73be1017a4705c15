// Recognises the dialect rassapi and connects.
#include <utility>

#include "api/dialects.h"
#include "api/open_dialect.h"
#include "api/rassapi/rassapi_server.h"
#include "os/call_canceller.h"

namespace rras::api {

namespace rassapi {

namespace {

std::vector<Operation> session_operations() {
  // The API has no connect: a call that every server answers shows that it exists. There is no
  // handle to release either.
  return {{"connect", nullptr, {&kServerGetInfo}}, {"serverDisconnect", nullptr, {}}};
}

FunctionsOfDll wanted_functions() {
  FunctionsOfDll wanted = operations_of_rassapi().needs();
  wanted.push_back(&kFreeBuffer);
  return wanted;
}

Functions look_up(const os::SharedLibrary& library) {
  return Functions(Functions::first, Functions::OtherNames::refused, wanted_functions(), library);
}

class RassapiDialect final : public Dialect {
 public:
  RassapiDialect(Functions&& functions, os::SharedLibrary&& file)
      : functions_(std::move(functions)), file_(std::move(file)) {}

  const char* name() const override { return "rassapi"; }
  const std::string& file() const override { return file_.file(); }
  abi::rpc::CancelThreadEx canceller() const override { return canceller_; }

  std::vector<const char*> operations(Side side) const override {
    if (side == Side::stored) return {};
    return operations_of_rassapi().possible(functions_);
  }

  std::vector<const char*> functions(Side side) const override {
    if (side == Side::stored) return {};
    return functions_.exported_names(wanted_functions());
  }

  Connecting connect(Side side, const std::optional<std::u16string>& server) const override {
    Connecting connecting;
    if (side == Side::stored) {
      connecting.outcome = dialect_lacks(function_behind("connectConfig"));
      return connecting;
    }
    const auto function = functions_[kServerGetInfo];
    if (!function.exported()) {
      connecting.outcome = function.lacking();
      return connecting;
    }
    std::optional<std::u16string> name;
    if (server) name = u"\\\\" + *server;
    abi::rassapi::RAS_SERVER_0 info{};
    abi::DWORD status = function.call(name ? name->c_str() : nullptr, &info);
    connecting.outcome = {Verdict::answered, status, function.name};
    if (status == abi::status::SUCCESS) {
      connecting.server =
          std::make_unique<RassapiServer>(operations_of_rassapi(), functions_, std::move(name));
    }
    return connecting;
  }

 private:
  const Functions functions_;
  const os::SharedLibrary file_;
  const abi::rpc::CancelThreadEx canceller_ = os::find_canceller(file_);
};

}  // namespace

}  // namespace rassapi

const OperationTable& operations_of_rassapi() {
  using namespace rassapi;
  // Never destroyed: at exit a thread may still be in a call.
  static const OperationTable& table =
      *std::make_unique<OperationTable>(std::initializer_list<std::vector<Operation>>{
                                            session_operations(), port_operations(),
                                            server_info_operations(), user_operations()})
           .release();
  return table;
}

const char* mark_of_rassapi(const os::SharedLibrary& library) {
  using namespace rassapi;
  for (const AnyFunctionOfDll* function : FunctionsOfDll{
           &kFreeBuffer, &kServerGetInfo, &kPortClearStatistics, &kGetUserAccountServer}) {
    if (library.find(function->names[0]) != nullptr) return function->names[0];
  }
  return nullptr;
}

Recognition recognise_rassapi(os::SharedLibrary& library) {
  using namespace rassapi;
  Functions functions = look_up(library);
  for (const AnyFunctionOfDll* function : FunctionsOfDll{&kPortEnum, &kFreeBuffer}) {
    if (functions.exports(*function)) continue;
    return NotSpoken{os::Refusal::function_missing, functions.name_of(*function)};
  }
  // A library that connects has handles: it would read a string as a handle.
  for (const char* other : {"RasAdminServerConnect", "MprAdminServerConnect"}) {
    if (library.find(other) != nullptr) return NotSpoken{os::Refusal::other_dialect, other};
  }
  return std::make_shared<const RassapiDialect>(std::move(functions), std::move(library));
}

}  // namespace rras::api
