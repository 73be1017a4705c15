// The words of the DLL for one of its codes.
#include "api/mprapi/mpr_server.h"
#include "records/answer_record.h"

namespace rras::api::mprapi {

namespace {

// The size is unknown; read up to the terminator.
class LocalText {
 public:
  explicit LocalText(library::LocalFree free) : free_(free) {}
  ~LocalText() {
    if (text_ != nullptr) free_(text_);
  }
  LocalText(const LocalText&) = delete;
  LocalText& operator=(const LocalText&) = delete;

  abi::WCHAR** out() { return &text_; }
  const abi::WCHAR* get() const { return text_; }

 private:
  library::LocalFree free_;
  abi::WCHAR* text_ = nullptr;
};

}  // namespace

Outcome MprServer::get_error_string(abi::DWORD code, records::Tables& answer) {
  const auto& function = functions_.get_error_string;
  if (!function.exported()) return function.lacking();
  if (functions_.local_free == nullptr) {
    return {Verdict::library_lacks, abi::status::ERROR_PROC_NOT_FOUND, "LocalFree"};
  }
  LocalText text(functions_.local_free);
  Outcome outcome = ask(function, code, text.out());
  // That there are no words for a code is an answer, too.
  if (outcome.status == abi::status::ERROR_MR_MID_NOT_FOUND) {
    return {Verdict::answered, abi::status::SUCCESS, function.name};
  }
  if (!outcome.succeeded()) return outcome;
  if (text.get() == nullptr) {
    outcome.verdict = Verdict::unreadable;
    return outcome;
  }
  answer.add(records::kWords, records::Words{text.get()});
  return outcome;
}

}  // namespace rras::api::mprapi
