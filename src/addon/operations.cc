#include "addon/operations.h"

#include "api/open_dialect.h"

namespace rras::addon {

namespace {

class AskJob final : public AwaitedJob {
 public:
  AskJob(std::shared_ptr<ServerSession> session, std::unique_ptr<api::Question> question)
      : session_(std::move(session)), question_(std::move(question)) {}

 private:
  std::unique_ptr<Reply> reply() override {
    api::Answer answer;
    api::Outcome outcome = session_->ask(*question_, answer);
    return std::make_unique<AnswerReply>(outcome, std::move(answer));
  }

  const std::shared_ptr<ServerSession> session_;
  const std::unique_ptr<api::Question> question_;
};

// Stands for an operation that the dialect does not have.
class Lacking final : public api::Question {
 public:
  explicit Lacking(const char* operation) : operation_(operation) {}

  api::Outcome ask(api::Server& /*server*/, api::Answer& /*answer*/) override {
    return api::dialect_lacks(api::function_behind(operation_));
  }

 private:
  const char* operation_;
};

// (ticket, session, …): asks the operation of the same name as the function.
Napi::Value Ask(const Napi::CallbackInfo& info) {
  const auto* operation = static_cast<const char*>(info.Data());
  Arguments arguments(info);
  double ticket = arguments.ticket();
  std::shared_ptr<ServerSession> session = arguments.session();
  if (!arguments.good()) return arguments.reject();
  api::Binding read = session->find(operation);
  std::unique_ptr<api::Question> question =
      read == nullptr ? std::make_unique<Lacking>(operation) : read(arguments);
  if (!arguments.good()) return arguments.reject();
  const auto& lane = session->lane();
  return Environment::of(info.Env())
      ->begin(info.Env(), ticket, lane,
              std::make_unique<AskJob>(std::move(session), std::move(question)));
}

}  // namespace

void add_operations(Napi::Object exports) {
  for (const char* name : api::operation_names()) add<Ask>(exports, name, name);
}

}  // namespace rras::addon
