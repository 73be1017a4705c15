// The DLL's text for an error code.
#include "api/mprapi/mpr_server.h"

namespace rras::api::mprapi {

namespace {

// RasAdminGetErrorString takes other arguments.
constexpr FunctionOfDll<abi::mpr::GetErrorString> kGetErrorString{"MprAdminGetErrorString"};

// The size is unknown; read up to the terminator.
class LocalText {
 public:
  explicit LocalText(os::LocalFree free) : free_(free) {}
  ~LocalText() {
    if (text_ != nullptr) free_(text_);
  }
  LocalText(const LocalText&) = delete;
  LocalText& operator=(const LocalText&) = delete;

  abi::WCHAR** out() { return &text_; }
  const abi::WCHAR* get() const { return text_; }

 private:
  os::LocalFree free_;
  abi::WCHAR* text_ = nullptr;
};

Outcome get_error_string(MprServer& server, abi::DWORD code, Answer& answer) {
  const auto& function = server.functions[kGetErrorString];
  if (!function.exported()) return function.lacking();
  if (server.library.local_free == nullptr) {
    return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, "LocalFree"};
  }
  LocalText text(server.library.local_free);
  Outcome outcome = server.ask(function, code, text.out());
  // No text for a code is a valid answer.
  if (outcome.status == abi::status::ERROR_MR_MID_NOT_FOUND) {
    return {Verdict::answered, abi::status::SUCCESS, function.name};
  }
  if (!outcome.succeeded()) return outcome;
  if (text.get() == nullptr) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.value = std::u16string(text.get());
  return outcome;
}

}  // namespace

std::vector<Operation> error_string_operations() {
  return {{"getErrorString", bind<get_error_string>, {&kGetErrorString}}};
}

}  // namespace rras::api::mprapi
