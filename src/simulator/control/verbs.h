// The verbs of a scene, as lib/simulator/native.ts declares them. Each is called with the world's
// lock held and may throw: scene_object.cc turns exceptions into JavaScript errors. The arguments
// were validated in TypeScript.
#pragma once

#include <node_api.h>

#include "simulator/control/js.h"
#include "simulator/control/scene.h"

namespace rras::simulator::verbs {

using Verb = napi_value (*)(Scene& scene, const js::Call& call);

// The server whose number is the first argument, brought up to the time of the clock.
Server& server_of(Scene& scene, const js::Call& call);

// world_verbs.cc
napi_value slot(Scene& scene, const js::Call& call);
napi_value step(Scene& scene, const js::Call& call);
napi_value now(Scene& scene, const js::Call& call);
napi_value counts(Scene& scene, const js::Call& call);
napi_value journal(Scene& scene, const js::Call& call);
napi_value take_journal(Scene& scene, const js::Call& call);
napi_value clear_journal(Scene& scene, const js::Call& call);

// server_verbs.cc
napi_value add_server(Scene& scene, const js::Call& call);
napi_value find_server(Scene& scene, const js::Call& call);
napi_value state(Scene& scene, const js::Call& call);
napi_value set_state(Scene& scene, const js::Call& call);
napi_value quirks(Scene& scene, const js::Call& call);
napi_value set_quirks(Scene& scene, const js::Call& call);

// port_verbs.cc
napi_value add_ports(Scene& scene, const js::Call& call);
napi_value add_port(Scene& scene, const js::Call& call);
napi_value set_parameters(Scene& scene, const js::Call& call);
napi_value remove_port(Scene& scene, const js::Call& call);
napi_value find_port(Scene& scene, const js::Call& call);
napi_value ports(Scene& scene, const js::Call& call);

// connection_verbs.cc
napi_value dial_in(Scene& scene, const js::Call& call);
napi_value hang_up_port(Scene& scene, const js::Call& call);
napi_value hang_up_connection(Scene& scene, const js::Call& call);
napi_value connections(Scene& scene, const js::Call& call);

// account_verbs.cc
napi_value add_user(Scene& scene, const js::Call& call);
napi_value set_user(Scene& scene, const js::Call& call);
napi_value remove_user(Scene& scene, const js::Call& call);
napi_value users(Scene& scene, const js::Call& call);

// domain_verbs.cc
napi_value add_domain(Scene& scene, const js::Call& call);
napi_value domain_state(Scene& scene, const js::Call& call);
napi_value set_domain_state(Scene& scene, const js::Call& call);

// setup_verbs.cc
napi_value tunnels(Scene& scene, const js::Call& call);
napi_value set_tunnel(Scene& scene, const js::Call& call);
napi_value tunnel_parameters(Scene& scene, const js::Call& call);
napi_value set_tunnel_parameters(Scene& scene, const js::Call& call);
napi_value preshared_key(Scene& scene, const js::Call& call);
napi_value set_preshared_key(Scene& scene, const js::Call& call);
napi_value transports(Scene& scene, const js::Call& call);
napi_value set_transport(Scene& scene, const js::Call& call);
napi_value remove_transport(Scene& scene, const js::Call& call);
napi_value mib(Scene& scene, const js::Call& call);
napi_value set_mib_entry(Scene& scene, const js::Call& call);
napi_value remove_mib_entry(Scene& scene, const js::Call& call);

// interface_verbs.cc
napi_value add_interface(Scene& scene, const js::Call& call);
napi_value set_interface(Scene& scene, const js::Call& call);
napi_value remove_interface(Scene& scene, const js::Call& call);
napi_value interfaces(Scene& scene, const js::Call& call);
napi_value dial_interface(Scene& scene, const js::Call& call);
napi_value bring_interface_down(Scene& scene, const js::Call& call);
napi_value update_interface_routes(Scene& scene, const js::Call& call);
napi_value store_interface(Scene& scene, const js::Call& call);

// stored_verbs.cc
napi_value stored_transports(Scene& scene, const js::Call& call);
napi_value stored_interfaces(Scene& scene, const js::Call& call);
napi_value remove_stored_interface(Scene& scene, const js::Call& call);
napi_value backups(Scene& scene, const js::Call& call);

// connection_state_verbs.cc
napi_value add_traffic(Scene& scene, const js::Call& call);
napi_value add_port_traffic(Scene& scene, const js::Call& call);
napi_value set_flow(Scene& scene, const js::Call& call);
napi_value clear_counters(Scene& scene, const js::Call& call);
napi_value clear_port_counters(Scene& scene, const js::Call& call);
napi_value counters(Scene& scene, const js::Call& call);
napi_value port_counters(Scene& scene, const js::Call& call);
napi_value set_dormant(Scene& scene, const js::Call& call);
napi_value switch_over(Scene& scene, const js::Call& call);
napi_value set_quarantine(Scene& scene, const js::Call& call);
napi_value details(Scene& scene, const js::Call& call);
napi_value set_details(Scene& scene, const js::Call& call);

// fault_verbs.cc
napi_value fail(Scene& scene, const js::Call& call);
napi_value clear_fault(Scene& scene, const js::Call& call);
napi_value hang(Scene& scene, const js::Call& call);
napi_value release(Scene& scene, const js::Call& call);
napi_value waiting(Scene& scene, const js::Call& call);
napi_value delay(Scene& scene, const js::Call& call);
napi_value end_delay(Scene& scene, const js::Call& call);
napi_value delayed(Scene& scene, const js::Call& call);
napi_value hook(Scene& scene, const js::Call& call);
napi_value end_hook(Scene& scene, const js::Call& call);
napi_value answer(Scene& scene, const js::Call& call);

}  // namespace rras::simulator::verbs
