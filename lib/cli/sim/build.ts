// Makes a simulator of a scenario.

import { Simulator } from '../../simulator/index.ts';
import { usage } from '../complaint.ts';
import { wordsOf } from '../servers/names.ts';
import type { Scenario } from './scenario.ts';

// How long before its first caller a server was started.
const EARLIER = 3600;

/** `file` is what a mistake is told of. */
export function build(scenario: Scenario, clock: 'real' | 'stepped', file: string): Simulator {
  const simulator = new Simulator({ clock });
  try {
    fill(simulator, scenario);
    return simulator;
  } catch (error) {
    simulator.dispose();
    throw usage(`${file}: ${wordsOf(error)}`);
  }
}

function fill(simulator: Simulator, { servers }: Scenario): void {
  const callers = servers.flatMap(({ name, options = {}, ports, connections }) => {
    // Nobody can dial in at a server that does not run; what is wrong comes after the callers.
    const simulated = simulator.addServer(name, { ...options, service: 'running', lanOnly: false });
    for (const [type, count] of ports) simulated.addPorts(type, count);
    return connections.map((connection) => ({ simulated, connection }));
  });
  // The oldest first, and the clock goes on in between: durations come out as the scenario says.
  callers.sort((a, b) => b.connection.since - a.connection.since);
  let ago = (callers[0]?.connection.since ?? 0) + EARLIER;
  for (const { simulated, connection } of callers) {
    const { since, ...caller } = connection;
    simulator.step(ago - since);
    ago = since;
    simulated.dialIn(caller);
  }
  simulator.step(ago);
  for (const { name, options = {}, failures = [] } of servers) {
    const simulated = simulator.server(name);
    if (options.lanOnly === true) simulated.lanOnly = true;
    if (options.service === 'stopped') simulated.stopService();
    for (const [func, status] of failures) simulated.fail(func, status);
  }
}
