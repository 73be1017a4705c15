// What commands have done in a lab, done again to the simulated servers. A deed in a history has succeeded, so it is
// done to the model, where no planned failure or hang can stop it.

import type { DesiredInterface } from '../../desired/wish.ts';
import type {
  DialInSettings,
  SimulatedConnection,
  SimulatedInterface,
  SimulatedServer,
  Simulator,
} from '../../simulator/index.ts';
import { tunnelProtocols } from '../../simulator/setup.ts';
import type { Deed } from './history.ts';

/** A port, and the session that an action meant: none, or its number, which no other session ever has. */
export interface Place {
  readonly port: string;
  readonly session?: number | null;
}

export function placeOf(simulator: Simulator, server: string, port: string): Place {
  const session = sessionOn(serverOf(simulator, server), port);
  return { port, session: session?.ordinal ?? null };
}

/** An interface, by the number that no other one ever has. */
export interface InterfacePlace {
  readonly interface: string;
  readonly ordinal?: number;
}

export function interfacePlaceOf(
  simulator: Simulator,
  server: string,
  name: string,
): InterfacePlace {
  const { ordinal } = serverOf(simulator, server).interface(name);
  return { interface: name, ordinal };
}

/** @throws if it cannot be done. A session that is gone by then was ended by somebody else, which is no failure. */
export function doAgain(simulator: Simulator, { server, action, args }: Deed): void {
  // Anybody may have written the file.
  const again = Object.hasOwn(deeds, action) ? deeds[action as keyof typeof deeds] : undefined;
  if (again === undefined) throw new Error(`A lab knows no ${action}`);
  again(serverOf(simulator, server), args, simulator);
}

type Again = (server: SimulatedServer, args: readonly unknown[], simulator: Simulator) => void;

const deeds = {
  disconnectPort: onSession((server, _, port) => server.hangUp(port)),
  disconnectSession: onSession((server, session) => server.hangUp(session)),
  clearConnectionStats: onSession((server, session) => server.clearCounters(session)),
  clearPortStats: (server, [place]) => server.clearCounters(portOf(server, place)),
  // Neither changes anything that a command shows.
  resetPort: (server, [place]) => {
    portOf(server, place);
  },
  sendUserMessage: (server, [place]) => {
    portOf(server, place);
  },
  setUser: (server, [name, settings, options], simulator) => {
    const account = isObject(options) ? options.server : undefined;
    const owner = typeof account === 'string' ? serverOf(simulator, account) : server;
    // What these are is checked there.
    owner.setUser(name as string, settings as DialInSettings);
  },
  connectInterface: onInterface((server, one, end) => {
    if (one.state === 'connected') return;
    // The attempt has ended already, and so it takes no time here.
    const { answer, connectingTime } = one;
    server.setInterface(one, { connectingTime: 0, answer: typeof end === 'number' ? end : 0 });
    server.dialInterface(one);
    server.setInterface(one, { connectingTime, answer });
  }),
  // The attempt goes on when the command has ended.
  dialInterface: onInterface((server, one) => {
    if (one.state !== 'connected' && one.state !== 'connecting') server.dialInterface(one);
  }),
  disconnectInterface: onInterface((server, one) => server.dropInterface(one)),
  setInterface: onInterface((server, one, settings) => {
    const isEnabled = isObject(settings) ? settings.isEnabled : undefined;
    if (typeof isEnabled === 'boolean') server.setInterface(one, { isEnabled });
  }),
  applyInterface: applyAgain,
  setInfo: setTunnels,
  setInfoEx: setTunnels,
} as const satisfies Record<string, Again>;

/** `wishes` are as `setInfo` and `setInfoEx` take them. */
function setTunnels(server: SimulatedServer, [wishes]: readonly unknown[]): void {
  if (!isObject(wishes)) throw new Error('The deed names no settings');
  const { tunnels, parameters } = server.setup;
  for (const protocol of tunnelProtocols) {
    const wish = wishes[protocol];
    if (!isObject(wish)) continue;
    const { count, isRasEnabled, isRoutingEnabled, ...others } = wish;
    server.setup.setTunnel(protocol, {
      // More come only with the next start of the service.
      ...(typeof count === 'number' && count <= tunnels[protocol].mostPorts && { ports: count }),
      ...(typeof isRasEnabled === 'boolean' && { isRasEnabled }),
      ...(typeof isRoutingEnabled === 'boolean' && { isRoutingEnabled }),
    });
    const known = Object.entries(others)
      .map(([name, value]) => [`${protocol}${name.charAt(0).toUpperCase()}${name.slice(1)}`, value])
      .filter(([name]) => Object.hasOwn(parameters, String(name)));
    server.setup.setParameters(Object.fromEntries(known));
  }
}

/** The wish is as `applyInterface` takes it, without secrets. */
function applyAgain(server: SimulatedServer, [wish]: readonly unknown[]): void {
  if (!isObject(wish) || typeof wish.name !== 'string')
    throw new Error('The deed names no interface');
  const { name, isAbsent, ...others } = wish as unknown as DesiredInterface;
  const folded = name.toLowerCase();
  const running = server.interfaces.find((one) => one.name.toLowerCase() === folded);
  const stored = server.stored.interfaces.find((one) => one.name.toLowerCase() === folded);
  if (isAbsent === true) {
    if (running !== undefined) server.removeInterface(running);
    else if (stored !== undefined) server.stored.removeInterface(stored.name);
    return;
  }
  const { type = running?.type ?? stored?.type, credentials, devices: _, ...setup } = others;
  const { userName = '', domain = '' } = credentials ?? {};
  const known = userName === '' ? {} : { credentials: { userName, domain } };
  if (running === undefined) {
    if (stored !== undefined) server.stored.removeInterface(stored.name);
    server.addInterface({
      name,
      ...(type !== undefined && { type: type as InterfaceKind }),
      ...(stored !== undefined && { isEnabled: stored.isEnabled }),
      // What a router has that was told of nobody.
      credentials: null,
      ...setup,
      ...known,
    });
    return;
  }
  server.setInterface(running, { ...setup, ...known });
  if (stored !== undefined) return;
  const { isEnabled, dialOutHours = null } = server.interface(name);
  const kind = { type: running.type as InterfaceKind };
  server.stored.addInterface({ name, ...kind, isEnabled, dialOutHours });
}

type InterfaceKind = NonNullable<DesiredInterface['type']>;

/** By the number that no other interface ever has. */
function onInterface(
  again: (server: SimulatedServer, one: SimulatedInterface, further: unknown) => void,
): Again {
  return (server, [place, further]) => {
    const name = isObject(place) ? place.interface : undefined;
    if (!isObject(place) || typeof name !== 'string') {
      throw new Error('The deed names no interface');
    }
    const one = server.interfaces.find((each) => each.name === name);
    // An interface of that name which was made later is another one.
    if (one === undefined || (place.ordinal !== undefined && place.ordinal !== one.ordinal)) return;
    again(server, one, further);
  };
}

function onSession(
  again: (server: SimulatedServer, session: SimulatedConnection, port: string) => void,
): Again {
  return (server, [place]) => {
    const port = portOf(server, place);
    const session = sessionOn(server, port);
    const meant = isObject(place) ? place.session : undefined;
    if (session === undefined || (meant !== undefined && meant !== session.ordinal)) return;
    again(server, session, port);
  };
}

function sessionOn(server: SimulatedServer, port: string): SimulatedConnection | undefined {
  const { name } = server.port(port);
  return server.connections.find(({ ports }) => ports.some((each) => each.name === name));
}

function portOf(server: SimulatedServer, place: unknown): string {
  const port = isObject(place) ? place.port : undefined;
  if (typeof port !== 'string') throw new Error('The deed names no port');
  return server.port(port).name;
}

function serverOf(simulator: Simulator, name: string): SimulatedServer {
  return simulator.server(name === '' ? undefined : name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
