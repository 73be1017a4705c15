// The life of a lab: what its file plans under `events`.

import { checkCaller } from '../../simulator/connections.ts';
import type { SimulatedConnection, SimulatedServer, Simulator } from '../../simulator/index.ts';
import { loadLibrary } from '../../simulator/native.ts';
import { SimulatorError } from '../../simulator/simulator_error.ts';
import { dialIn, told } from './callers.ts';
import type { Happening, Scenario, ScenarioEvent } from './scenario.ts';

const ERROR_REMOTE_DISCONNECTION = 629;

/** Plans all events on the simulator's clock. The lab begins now. */
export function enliven(simulator: Simulator, { servers }: Scenario): void {
  for (const { name, events = [] } of servers) {
    const server = simulator.server(name);
    for (const event of events) {
      check(server, event.what);
      plan(simulator, server, event);
    }
  }
}

/** How many events there are in so many seconds, with their ends. */
export function eventsWithin({ servers }: Scenario, seconds: number): number {
  let sum = 0;
  for (const { at, every, lasts } of servers.flatMap(({ events = [] }) => events)) {
    if (seconds < at) continue;
    const times = every === undefined ? 1 : Math.floor((seconds - at) / every) + 1;
    sum += times * (lasts === undefined ? 1 : 2);
  }
  return sum;
}

function plan(simulator: Simulator, server: SimulatedServer, event: ScenarioEvent): void {
  const { at, every, lasts, what } = event;
  const happen = () => {
    const undo = ifPossible(() => begin(server, what));
    if (undo !== undefined && lasts !== undefined) {
      simulator.at(simulator.now + lasts, () => ifPossible(undo));
    }
  };
  simulator.at(simulator.now + at, () => {
    if (every !== undefined) simulator.every(every, happen);
    happen();
  });
}

// No port is free, or the user has hung up meanwhile.
function ifPossible<Result>(happen: () => Result): Result | undefined {
  try {
    return happen();
  } catch (error) {
    if (error instanceof SimulatorError) return undefined;
    throw error;
  }
}

/** Returns what ends it; nothing if it cannot be undone. */
function begin(server: SimulatedServer, what: Happening): (() => void) | undefined {
  switch (what.kind) {
    case 'dialIn': {
      const connection = dialIn(server, what.caller);
      return () => server.hangUp(connection);
    }
    case 'hangUp': {
      const connection = oldest(server, what.userName);
      if (connection !== undefined) server.hangUp(connection);
      return undefined;
    }
    case 'goDormant':
    case 'wake':
      return turnDormant(server, what.userName, what.kind === 'goDormant');
    case 'roam': {
      const connection = oldest(server, what.userName, ({ type }) => type === 'ikev2');
      if (connection === undefined) return undefined;
      const from = connection.remoteEndpoint;
      server.roam(connection, what.to);
      return () => server.roam(connection, from);
    }
    case 'dialInterface':
      server.dialInterface(what.name);
      return () => server.dropInterface(what.name);
    case 'dropInterface':
      server.dropInterface(what.name, ERROR_REMOTE_DISCONNECTION);
      return undefined;
    case 'service':
      return setService(server, what.state);
    case 'unreachable':
    case 'denied':
    case 'lanOnly': {
      const { kind, isSo } = what;
      server[kind] = isSo;
      return () => {
        server[kind] = !isSo;
      };
    }
    case 'hang': {
      const hang = server.hang(what.name);
      return () => hang.release();
    }
    case 'delay': {
      const { name, latency, jitter } = what;
      const times = { latency, jitter };
      const delay = name === undefined ? server.delay(times) : server.delay(name, times);
      return () => delay.end();
    }
    case 'fail': {
      const fault = server.fail(what.name, what.status);
      return () => fault.clear();
    }
  }
}

function oldest(
  server: SimulatedServer,
  user: string,
  fits: (connection: SimulatedConnection) => boolean = () => true,
): SimulatedConnection | undefined {
  return server.connections.find((each) => each.userName === user && fits(each));
}

function turnDormant(
  server: SimulatedServer,
  user: string,
  isDormant: boolean,
): (() => void) | undefined {
  const fits = (each: SimulatedConnection) => each.type === 'ikev2' && each.isDormant !== isDormant;
  const connection = oldest(server, user, fits);
  if (connection === undefined) return undefined;
  const turn = (way: boolean) => (way ? server.goDormant(connection) : server.wake(connection));
  turn(isDormant);
  return () => turn(!isDormant);
}

function setService(
  server: SimulatedServer,
  state: Extract<Happening, { kind: 'service' }>['state'],
): () => void {
  const before = server.service;
  const set = (service: typeof state) => {
    if (service === 'stopped') server.stopService();
    else server.startService(service);
  };
  set(state);
  return () => set(before);
}

// A mistake is reported when the lab is opened, not when the event is due.
function check(server: SimulatedServer, what: Happening): void {
  if (what.kind === 'hang') server.hang(what.name).release();
  else if (what.kind === 'dialInterface' || what.kind === 'dropInterface') {
    server.interface(what.name);
  } else if (what.kind === 'fail') server.fail(what.name, what.status).clear();
  else if (what.kind === 'delay' && what.name !== undefined) {
    server.delay(what.name, { latency: 0 }).end();
  } else if (what.kind === 'dialIn') {
    const { port } = what.caller;
    if (port !== undefined) server.port(port);
    checkCaller(told(what.caller), loadLibrary('mprapi').native, () => 0);
  }
}
