// The model's values as JavaScript values, and back. lib/simulator/native.ts has their types.
#pragma once

#include <napi.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "simulator/clock.h"
#include "simulator/port.h"
#include "simulator/server.h"
#include "simulator/text.h"
#include "simulator/world.h"

namespace rras::simulator {

std::uint32_t to_number(const Napi::Value& value);
Text to_text(const Napi::Value& value);
// JavaScript counts seconds.
Clock::Time to_time(const Napi::Value& value);
Napi::Value to_js(Napi::Env env, Clock::Time time);
std::optional<std::uint64_t> to_handle(const Napi::Value& value);
// By ordinal. A port or connection that went away is a Mistake.
Port& to_port(const Server& server, const Napi::Value& value);
Connection& to_connection(const Server& server, const Napi::Value& value);

// The ports from this index on: numbers of a fixed count a row, and four texts a row.
Napi::Object to_js(Napi::Env env, const Server& server, std::size_t first_port);
Napi::Object to_js(Napi::Env env, const Server& server, const Connection& connection);
Napi::Array to_js(Napi::Env env, const std::deque<JournalEntry>& journal);
Napi::Object to_js(Napi::Env env, const Quirks& quirks);

// Takes what is there and leaves the rest as it is.
void assign_quirks(Quirks& quirks, const Napi::Object& values);
Caller to_caller(const Server& server, const Napi::Object& values);
PortByHand to_port_by_hand(const Napi::Object& values);

}  // namespace rras::simulator
