// What comes back from a lane, and how it becomes a JavaScript value. A reply is made on a lane's
// thread and either read on the main thread or destroyed on whichever thread learns that nobody
// wants it: so it holds nothing of JavaScript's.
#pragma once

#include <napi.h>

#include <memory>
#include <string>
#include <vector>

#include "addon/connection.h"
#include "api/open_dialect.h"
#include "api/outcome.h"
#include "records/row_packer.h"

namespace rras::addon {

class Reply {
 public:
  explicit Reply(const api::Outcome& outcome) : outcome_(outcome) {}
  virtual ~Reply() = default;

  virtual Napi::Object to_object(Napi::Env env);

 private:
  api::Outcome outcome_;
};

class RowsReply final : public Reply {
 public:
  RowsReply(const api::Outcome& outcome, records::RowPacker&& rows);

  Napi::Object to_object(Napi::Env env) override;

 private:
  bool has_rows_;
  records::RowPacker rows_;
  std::string latin1_text_;
};

class ConnectReply final : public Reply {
 public:
  ConnectReply(const api::Outcome& outcome, api::OpenedDialect opened,
               std::shared_ptr<Connection> connection);

  Napi::Object to_object(Napi::Env env) override;

 private:
  api::OpenedDialect opened_;
  std::shared_ptr<Connection> connection_;
};

}  // namespace rras::addon
