// Converts between values of the model and of JavaScript. lib/simulator/native.ts has the types.
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

// JavaScript counts seconds, the clock milliseconds.
constexpr double milliseconds_in_a_second = 1000;
napi_value to_js(napi_env env, Clock::Time time);
// The ports from this index on. Each row has a fixed count of numbers and texts; each user has
// texts.
napi_value to_js(napi_env env, const Server& server, std::size_t first_port);
napi_value to_js(napi_env env, const Server& server, const Connection& connection);
napi_value to_js(napi_env env, const ConnectionDetails& details);
napi_value to_js(napi_env env, const std::deque<JournalEntry>& journal);
// What a call was made with, as members of an entry of the journal or of a question.
void set_call(napi_env env, js::Object& object, const KeptCall& call);
napi_value to_js(napi_env env, const Quirks& quirks);

// In the order of Counter.
constexpr const char* counter_names[counter_kinds] = {
    "bytesSent",     "bytesReceived",   "framesSent",       "framesReceived", "crcErrors",
    "timeoutErrors", "alignmentErrors", "hardwareOverruns", "framingErrors",  "bufferOverruns",
};
// `thing` is a Port or a Connection.
template <typename Thing>
napi_value counters_to_js(napi_env env, const Server& server, const Thing& thing) {
  js::Object object(env);
  for (std::size_t i = 0; i < counter_kinds; ++i) {
    const auto counter = static_cast<Counter>(i);
    object.set(counter_names[i], js::number(env, server.counter(thing, counter)));
  }
  return object.value();
}

Clock::Time to_time(const js::Given& seconds);
// Found by ordinal. Throws a Mistake if the port or connection no longer exists.
Port& to_port(const Server& server, const js::Given& ordinal);
Connection& to_connection(const Server& server, const js::Given& ordinal);
// Missing members leave a detail unchanged.
void assign_details(ConnectionDetails& details, const js::Given& values);
// Missing members are 0.
Traffic to_traffic(const js::Given& values);
Caller to_caller(const Server& server, const js::Given& values);
std::vector<PortParameter> to_parameters(const js::Given& values);
// An array of names; all functions that ask the server if it is empty.
Functions to_functions(const js::Given& names);
PortByHand to_port_by_hand(const js::Given& values);
// Missing members leave a quirk unchanged.
void assign_quirks(Quirks& quirks, const js::Given& values);

// What the scene calls the settings for IKEv2 of an interface.
napi_value custom_info_to_js(napi_env env, const CustomInfo& info);

}  // namespace rras::simulator
