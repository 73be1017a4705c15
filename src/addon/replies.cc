#include "addon/replies.h"

#include <cstring>
#include <utility>

namespace rras::addon {

namespace {

using api::Outcome;

Napi::Value text_value(Napi::Env env, const std::u16string& text) {
  return Napi::String::New(env, text.data(), text.size());
}

Napi::Value words_value(Napi::Env env, const std::vector<std::uint32_t>& words) {
  std::size_t bytes = words.size() * sizeof(std::uint32_t);
  Napi::ArrayBuffer buffer = Napi::ArrayBuffer::New(env, bytes);
  if (bytes > 0) std::memcpy(buffer.Data(), words.data(), bytes);
  return buffer;
}

// Node-API has no node-addon-api wrapper for this one.
Napi::Value latin1_value(Napi::Env env, const std::string& text) {
  napi_value value = nullptr;
  napi_create_string_latin1(env, text.data(), text.size(), &value);
  return Napi::Value(env, value);
}

Napi::Object attempt_object(Napi::Env env, const api::Attempt& attempt) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("file", attempt.file);
  object.Set("dialect", attempt.dialect);
  object.Set("refusal", static_cast<int>(attempt.refusal));
  object.Set("status", attempt.status);
  if (!attempt.missing.empty()) object.Set("missing", attempt.missing);
  if (!attempt.detail.empty()) object.Set("detail", attempt.detail);
  return object;
}

}  // namespace

Napi::Object Reply::to_object(Napi::Env env) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("verdict", static_cast<int>(outcome_.verdict));
  object.Set("status", outcome_.status);
  object.Set("syscall", outcome_.function);
  return object;
}

RowsReply::RowsReply(const Outcome& outcome, records::RowPacker&& rows)
    : Reply(outcome),
      has_rows_(outcome.succeeded() || outcome.verdict == api::Verdict::port_changed),
      rows_(std::move(rows)) {
  if (!rows_.text_is_latin1()) return;
  latin1_text_.reserve(rows_.text().size());
  for (char16_t unit : rows_.text()) latin1_text_.push_back(static_cast<char>(unit));
}

Napi::Object RowsReply::to_object(Napi::Env env) {
  Napi::Object object = Reply::to_object(env);
  if (!has_rows_) return object;
  Napi::Array repeated = Napi::Array::New(env, rows_.repeated().size());
  for (std::size_t i = 0; i < rows_.repeated().size(); ++i) {
    repeated.Set(static_cast<std::uint32_t>(i), text_value(env, rows_.repeated()[i]));
  }
  Napi::Object rows = Napi::Object::New(env);
  rows.Set("count", rows_.count());
  rows.Set("words", words_value(env, rows_.words()));
  rows.Set("text", rows_.text_is_latin1() ? latin1_value(env, latin1_text_)
                                          : text_value(env, rows_.text()));
  rows.Set("repeated", repeated);
  object.Set("rows", rows);
  return object;
}

ConnectReply::ConnectReply(const Outcome& outcome, api::OpenedDialect opened,
                           std::shared_ptr<Connection> connection)
    : Reply(outcome), opened_(std::move(opened)), connection_(std::move(connection)) {}

Napi::Object ConnectReply::to_object(Napi::Env env) {
  Napi::Object object = Reply::to_object(env);
  if (opened_.dialect) {
    std::vector<const char*> names = opened_.dialect->operations();
    Napi::Array operations = Napi::Array::New(env, names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      operations.Set(static_cast<std::uint32_t>(i), Napi::String::New(env, names[i]));
    }
    object.Set("operations", operations);
    object.Set("dialect", opened_.dialect->name());
    object.Set("library", opened_.dialect->file());
  } else {
    Napi::Array attempts = Napi::Array::New(env, opened_.attempts.size());
    for (std::size_t i = 0; i < opened_.attempts.size(); ++i) {
      attempts.Set(static_cast<std::uint32_t>(i), attempt_object(env, opened_.attempts[i]));
    }
    object.Set("attempts", attempts);
  }
  if (connection_) object.Set("connection", connection_object(env, std::move(connection_)));
  return object;
}

}  // namespace rras::addon
