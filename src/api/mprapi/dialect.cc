// Recognises the dialects mprapi and nt4, connects and disconnects.
#include <utility>

#include "api/dialects.h"
#include "api/mprapi/mpr_server.h"
#include "library/call_canceller.h"

namespace rras::api {

namespace mprapi {

abi::DWORD MprServer::connect() {
  return functions_.server_connect.call(pointer_to(name_), &handle_);
}

Outcome MprServer::disconnect() {
  // By value: a sample on a reference page passes the handle's address, which is a bug.
  functions_.server_disconnect.call(handle_);
  return {Verdict::answered, abi::status::SUCCESS, functions_.server_disconnect.name};
}

namespace {

class MprDialect final : public Dialect {
 public:
  MprDialect(const char* name, std::unique_ptr<const Functions> functions,
             library::SharedLibrary&& library)
      : name_(name), functions_(std::move(functions)), library_(std::move(library)) {}

  const char* name() const override { return name_; }
  const std::string& file() const override { return library_.file(); }
  abi::rpc::CancelThreadEx canceller() const override { return canceller_; }
  std::vector<const char*> operations() const override { return functions_->operations(); }

  Connecting connect(const std::optional<std::u16string>& server) const override {
    auto connected = std::make_unique<MprServer>(*functions_, server);
    abi::DWORD status = connected->connect();
    Connecting connecting;
    connecting.outcome = {Verdict::answered, status, functions_->server_connect.name};
    if (status == abi::status::SUCCESS) connecting.server = std::move(connected);
    return connecting;
  }

 private:
  const char* name_;
  const std::unique_ptr<const Functions> functions_;
  const library::SharedLibrary library_;
  const abi::rpc::CancelThreadEx canceller_ = library::find_canceller(library_);
};

Recognition recognise(const char* name, Spelling spelling, library::SharedLibrary& library) {
  auto functions = std::make_unique<Functions>(spelling);
  const char* missing = functions->look_up(library);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  functions->local_free = library::local_free_for(library);
  return std::make_shared<const MprDialect>(name, std::move(functions), std::move(library));
}

}  // namespace

}  // namespace mprapi

Recognition recognise_mprapi(library::SharedLibrary& library) {
  return mprapi::recognise("mprapi", mprapi::kMprAdmin, library);
}

Recognition recognise_nt4(library::SharedLibrary& library) {
  // Windows 2000 and 2003 export both spellings: there the newer one is spoken.
  mprapi::Functions older(mprapi::kRasAdmin);
  const char* missing = older.look_up(library);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  const char* newer = "MprAdminPortEnum";
  if (library.find(newer) != nullptr) return NotSpoken{library::Refusal::other_dialect, newer};
  return mprapi::recognise("nt4", mprapi::kRasAdmin, library);
}

std::vector<OperationFunctions> functions_of_mprapi() {
  return mprapi::Functions(mprapi::kMprAdmin).by_operation();
}

std::vector<OperationFunctions> functions_of_nt4() {
  return mprapi::Functions(mprapi::kRasAdmin).by_operation();
}

}  // namespace rras::api
