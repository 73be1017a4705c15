// Makes a simulator from a scenario. Its clock is stepped: see lab_world.ts.

import type { SimulatedConnection, SimulatedServer } from '../../simulator/index.ts';
import { simulatorFrom } from '../../simulator/report.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { usage, wordsOf } from '../complaint.ts';
import { dialIn } from './callers.ts';
import { enliven } from './life.ts';
import type { Scenario, ScenarioConnection, ScenarioInterface } from './scenario.ts';

// How long before its first caller a server was started.
const EARLIER = 3600;

/** `file` is named in messages about mistakes. */
export function build(scenario: Scenario, file: string): Simulator {
  let simulator: Simulator | undefined;
  try {
    if (scenario.report !== undefined) return simulatorFrom(scenario.report, { clock: 'stepped' });
    simulator = new Simulator({ clock: 'stepped' });
    fill(simulator, scenario);
    enliven(simulator, scenario);
    return simulator;
  } catch (error) {
    simulator?.dispose();
    throw usage(`${file}: ${wordsOf(error)}`);
  }
}

/** Something that happened so many seconds ago. */
interface Event {
  readonly ago: number;
  readonly happen: () => void;
}

function fill(simulator: Simulator, { servers }: Scenario): void {
  const events: Event[] = servers.flatMap(
    ({ name, options = {}, ports, connections, interfaces = [], users = [] }) => {
      // Nobody can dial in to a server that does not run, so its troubles begin after the callers.
      const server = simulator.addServer(name, {
        ...options,
        service: 'running',
        lanOnly: false,
      });
      for (const [type, count] of ports) server.addPorts(type, count);
      for (const [user, settings] of users) server.addUser(user, settings);
      for (const each of interfaces) addInterface(server, each);
      return [
        ...connections.flatMap((connection) => eventsOf(server, connection)),
        ...interfaces.flatMap((each) => dialsOf(server, each)),
      ];
    },
  );
  // The oldest first, and the clock advances in between, so that durations match the scenario.
  events.sort((a, b) => b.ago - a.ago);
  let now = (events[0]?.ago ?? 0) + EARLIER;
  for (const { ago, happen } of events) {
    simulator.step(now - ago);
    now = ago;
    happen();
  }
  simulator.step(now);
  for (const { name, options = {}, failures = [] } of servers) {
    const server = simulator.server(name);
    if (options.lanOnly === true) server.lanOnly = true;
    if (options.service !== undefined && options.service !== 'running') server.stopService();
    if (options.service === 'initializing') server.startService('initializing');
    for (const [func, status] of failures) server.fail(func, status);
  }
}

function addInterface(server: SimulatedServer, one: ScenarioInterface): void {
  const { name, type, isEnabled, connectingTime, answer, dialOutHours, ...others } = one;
  const { connectedSince: _, running = true, stored = true, ...demandDial } = others;
  const isDialled = type === undefined || type === 'full-router' || type === 'home-router';
  const settings = {
    name,
    ...(type !== undefined && { type }),
    ...(isEnabled !== undefined && { isEnabled }),
    ...(connectingTime !== undefined && { connectingTime }),
    ...(answer !== undefined && { answer }),
    ...(dialOutHours !== undefined && { dialOutHours }),
    ...(isDialled && { demandDial }),
  };
  if (running) server.addInterface({ ...settings, stored });
  else server.stored.addInterface(settings);
}

function dialsOf(
  server: SimulatedServer,
  { name, connectedSince, answer = 0, connectingTime = 0, dialOutHours }: ScenarioInterface,
): Event[] {
  if (connectedSince === undefined) return [];
  // At that time the attempt had ended, and the interface stays connected when its hours end.
  const happen = () => {
    server.setInterface(name, { answer: 0, connectingTime: 0, dialOutHours: null });
    server.dialInterface(name);
    server.setInterface(name, { answer, connectingTime, dialOutHours: dialOutHours ?? null });
  };
  return [{ ago: connectedSince, happen }];
}

function eventsOf(server: SimulatedServer, connection: ScenarioConnection): Event[] {
  const { since, dormantSince, ...caller } = connection;
  let dialled: SimulatedConnection | undefined;
  const call = () => {
    dialled = dialIn(server, caller);
  };
  const goDormant = () => {
    if (dialled === undefined) return;
    server.flow(dialled, {});
    server.goDormant(dialled);
  };
  return [
    { ago: since, happen: call },
    ...(dormantSince === undefined
      ? []
      : [{ ago: Math.min(dormantSince, since), happen: goDormant }]),
  ];
}
