// Replies, and how they become JavaScript values. A reply is made on a lane's thread. It is read on
// the main thread, or destroyed on any thread if nobody awaits it; so it holds no JavaScript
// values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "addon/object_writer.h"
#include "addon/server_session.h"
#include "api/open_dialect.h"
#include "api/operation.h"
#include "api/outcome.h"
#include "records/row_packer.h"

namespace rras::addon {

class Reply {
 public:
  explicit Reply(const api::Outcome& outcome) : outcome_(outcome) {}
  virtual ~Reply() = default;

  // Null when the object cannot be made.
  virtual napi_value to_object(napi_env env);

 protected:
  // For a reply that is made before the outcome is known.
  void set_outcome(const api::Outcome& outcome) { outcome_ = outcome; }
  ObjectWriter written(napi_env env) const;

 private:
  api::Outcome outcome_;
};

// The answer of an operation.
class AnswerReply final : public Reply {
 public:
  AnswerReply(const api::Outcome& outcome, api::Answer&& answer);

  napi_value to_object(napi_env env) override;

 private:
  std::vector<std::pair<const char*, records::RowPacker>> tables_;
  decltype(api::Answer::value) value_;
  std::optional<shared::Secret> secret_;
};

class ConnectReply final : public Reply {
 public:
  ConnectReply(const api::Outcome& outcome, api::OpenedDialect opened, api::Side side,
               std::shared_ptr<ServerSession> session);

  napi_value to_object(napi_env env) override;

 private:
  api::OpenedDialect opened_;
  api::Side side_;
  std::shared_ptr<ServerSession> session_;
};

}  // namespace rras::addon
