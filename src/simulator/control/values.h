// The model's values as JavaScript values, and back. lib/simulator/native.ts has their types.
#pragma once

#include <node_api.h>

#include <cstddef>
#include <deque>

#include "simulator/clock.h"
#include "simulator/control/js.h"
#include "simulator/port.h"
#include "simulator/server.h"
#include "simulator/world.h"

namespace rras::simulator {

// JavaScript counts seconds.
napi_value to_js(napi_env env, Clock::Time time);
// The ports from this index on: numbers of a fixed count a row, and four texts a row.
napi_value to_js(napi_env env, const Server& server, std::size_t first_port);
napi_value to_js(napi_env env, const Server& server, const Connection& connection);
napi_value to_js(napi_env env, const std::deque<JournalEntry>& journal);
napi_value to_js(napi_env env, const Quirks& quirks);

Clock::Time to_time(const js::Given& seconds);
// By ordinal. A port or connection that went away is a Mistake.
Port& to_port(const Server& server, const js::Given& ordinal);
Connection& to_connection(const Server& server, const js::Given& ordinal);
Caller to_caller(const Server& server, const js::Given& values);
PortByHand to_port_by_hand(const js::Given& values);
// Takes what is there and leaves the rest as it is.
void assign_quirks(Quirks& quirks, const js::Given& values);

}  // namespace rras::simulator
