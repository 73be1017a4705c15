// The verbs of a scene, as lib/simulator/native.ts declares them. Each is called with the world's
// lock held and may throw: scene_object.cc makes JavaScript errors of it. The arguments were
// validated in TypeScript.
#pragma once

#include <napi.h>

#include "simulator/control/scene.h"

namespace rras::simulator::verbs {

using Verb = Napi::Value (*)(Scene& scene, const Napi::CallbackInfo& info);

// The server whose number is the first argument, as the clock has it now.
Server& server_of(Scene& scene, const Napi::CallbackInfo& info);

// world_verbs.cc
Napi::Value slot(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value step(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value counts(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value journal(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value clear_journal(Scene& scene, const Napi::CallbackInfo& info);

// server_verbs.cc
Napi::Value add_server(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value find_server(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value state(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value set_state(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value quirks(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value set_quirks(Scene& scene, const Napi::CallbackInfo& info);

// port_verbs.cc
Napi::Value add_ports(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value add_port(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value remove_port(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value find_port(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value ports(Scene& scene, const Napi::CallbackInfo& info);

// connection_verbs.cc
Napi::Value dial_in(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value hang_up_port(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value hang_up_connection(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value connections(Scene& scene, const Napi::CallbackInfo& info);

// fault_verbs.cc
Napi::Value fail(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value clear_fault(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value hang(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value release(Scene& scene, const Napi::CallbackInfo& info);
Napi::Value waiting(Scene& scene, const Napi::CallbackInfo& info);

}  // namespace rras::simulator::verbs
