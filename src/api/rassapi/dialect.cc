// Recognises the dialect rassapi and connects.
#include <utility>

#include "api/dialects.h"
#include "api/rassapi/rassapi_server.h"
#include "library/call_canceller.h"

namespace rras::api {

namespace rassapi {

namespace {

class RassapiDialect final : public Dialect {
 public:
  RassapiDialect(std::unique_ptr<const Functions> functions, library::SharedLibrary&& library)
      : functions_(std::move(functions)), library_(std::move(library)) {}

  const char* name() const override { return "rassapi"; }
  const std::string& file() const override { return library_.file(); }
  abi::rpc::CancelThreadEx canceller() const override { return canceller_; }

  std::vector<const char*> operations() const override {
    std::vector<const char*> operations = functions_->operations();
    // Without a function: there is nothing to free.
    operations.push_back("serverDisconnect");
    return operations;
  }

  // There is no connect: a question that every server answers shows that it is there.
  Connecting connect(const std::optional<std::u16string>& server) const override {
    Connecting connecting;
    const auto& function = functions_->server_get_info;
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
      connecting.server = std::make_unique<RassapiServer>(*functions_, std::move(name));
    }
    return connecting;
  }

 private:
  const std::unique_ptr<const Functions> functions_;
  const library::SharedLibrary library_;
  const abi::rpc::CancelThreadEx canceller_ = library::find_canceller(library_);
};

}  // namespace

}  // namespace rassapi

Recognition recognise_rassapi(library::SharedLibrary& library) {
  auto functions = std::make_unique<rassapi::Functions>();
  const char* missing = functions->look_up(library);
  if (missing != nullptr) return NotSpoken{library::Refusal::function_missing, missing};
  // With it the names have other signatures: a call would read a handle as a string.
  const char* other = "RasAdminServerConnect";
  if (library.find(other) != nullptr) return NotSpoken{library::Refusal::other_dialect, other};
  return std::make_shared<const rassapi::RassapiDialect>(std::move(functions), std::move(library));
}

std::vector<OperationFunctions> functions_of_rassapi() {
  return rassapi::Functions().by_operation();
}

}  // namespace rras::api
