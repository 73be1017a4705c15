#include "addon/replies.h"

#include <utility>

namespace rras::addon {

using api::Outcome;

namespace {

napi_value attempt_object(napi_env env, const api::Attempt& attempt) {
  ObjectWriter object(env);
  object.set("file", attempt.file);
  object.set("dialect", attempt.dialect);
  object.set("refusal", static_cast<int>(attempt.refusal));
  object.set("status", attempt.status);
  if (!attempt.missing.empty()) object.set("missing", attempt.missing);
  if (!attempt.other_name.empty()) object.set("otherName", attempt.other_name);
  if (!attempt.detail.empty()) object.set("detail", attempt.detail);
  return object.object();
}

// The answer of a failure does not count, unless it shows how a port, a connection or an interface
// has changed.
bool counts(const Outcome& outcome) {
  return outcome.succeeded() || outcome.verdict == api::Verdict::port_changed ||
         outcome.verdict == api::Verdict::connection_changed ||
         outcome.verdict == api::Verdict::interface_changed;
}

}  // namespace

ObjectWriter Reply::written(napi_env env) const {
  ObjectWriter object(env);
  object.set("verdict", static_cast<int>(outcome_.verdict));
  object.set("status", outcome_.status);
  object.set("syscall", std::string(outcome_.function));
  if (outcome_.acted) object.set("acted", bool_value(env, true));
  return object;
}

napi_value Reply::to_object(napi_env env) {
  return written(env).object();
}

namespace {

// rows.letGo(): a detached buffer has no memory. The collector counts that of an attached one as if
// it were JavaScript's, and collects everything every few listings. Few bytes are not worth a call.
constexpr std::size_t kWorthLettingGo = std::size_t{64} * 1024;

napi_value let_go(napi_env env, napi_callback_info info) {
  napi_value rows = nullptr;
  napi_value words = nullptr;
  if (napi_get_cb_info(env, info, nullptr, nullptr, &rows, nullptr) == napi_ok &&
      napi_get_named_property(env, rows, "words", &words) == napi_ok) {
    static_cast<void>(napi_detach_arraybuffer(env, words));
  }
  return nullptr;
}

napi_value let_go_function(napi_env env) {
  napi_value function = nullptr;
  napi_status status =
      napi_create_function(env, nullptr, NAPI_AUTO_LENGTH, let_go, nullptr, &function);
  return status == napi_ok ? function : nullptr;
}

napi_value rows_object(napi_env env, records::RowPacker& packed) {
  ObjectWriter rows(env);
  rows.set("count", packed.count());
  std::vector words = packed.take_words();
  const std::size_t bytes = words.size() * sizeof words[0];
  if (bytes >= kWorthLettingGo) rows.set("letGo", let_go_function(env));
  rows.set("words", moved_buffer_value(env, std::move(words)));
  rows.set("text", packed.text_is_latin1() ? latin1_value(env, packed.latin1_text())
                                           : utf16_value(env, packed.wide_text()));
  rows.set("repeated", array_value(env, packed.repeated(), [env](const std::u16string& text) {
             return utf16_value(env, text);
           }));
  return rows.object();
}

}  // namespace

AnswerReply::AnswerReply(const Outcome& outcome, api::Answer&& answer) : Reply(outcome) {
  if (!answer.counts_in_any_case && !counts(outcome)) return;
  for (records::Tables::Table& table : answer.tables.all()) {
    tables_.emplace_back(table.record, std::move(table.rows));
  }
  value_ = std::move(answer.value);
  secret_ = std::move(answer.secret);
}

napi_value AnswerReply::to_object(napi_env env) {
  ObjectWriter object = written(env);
  if (const auto* yes = std::get_if<bool>(&value_)) object.set("value", bool_value(env, *yes));
  if (const auto* id = std::get_if<std::uint64_t>(&value_)) object.set("value", id_value(env, *id));
  if (const auto* text = std::get_if<std::u16string>(&value_)) {
    object.set("value", utf16_value(env, *text));
  }
  if (secret_) object.set("secret", buffer_value(env, secret_->bytes()));
  if (tables_.empty()) return object.object();
  ObjectWriter tables(env);
  for (auto& [record, rows] : tables_) tables.set(record, rows_object(env, rows));
  object.set("tables", tables.object());
  return object.object();
}

ConnectReply::ConnectReply(const Outcome& outcome, api::OpenedDialect opened, api::Side side,
                           std::shared_ptr<ServerSession> session)
    : Reply(outcome), opened_(std::move(opened)), side_(side), session_(std::move(session)) {}

napi_value ConnectReply::to_object(napi_env env) {
  ObjectWriter object = written(env);
  if (opened_.dialect) {
    const auto name_value = [env](const char* name) { return utf8_value(env, name); };
    object.set("operations", array_value(env, opened_.dialect->operations(side_), name_value));
    object.set("functions", array_value(env, opened_.dialect->functions(side_), name_value));
    object.set("dialect", std::string(opened_.dialect->name()));
    object.set("library", opened_.dialect->file());
  } else {
    object.set("attempts", array_value(env, opened_.attempts, [env](const api::Attempt& attempt) {
                 return attempt_object(env, attempt);
               }));
  }
  if (session_) object.set("connection", session_object(env, std::move(session_)));
  return object.object();
}

}  // namespace rras::addon
