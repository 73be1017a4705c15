// Repeats the actions on a lab. The simulator numbers everything in order, so each port and connection gets
// the handle that it had.

import { connect } from '../../connect/connect.ts';
import type { RasServer } from '../../server.ts';
import type { Session } from '../../sessions/session.ts';
import type { Simulator } from '../../simulator/index.ts';
import { say, type World } from '../terminal/world.ts';
import type { LabHistory, PastDeed } from './history.ts';

const onPorts = ['disconnectPort', 'resetPort', 'clearPortStats'] as const;
const onConnections = ['clearConnectionStats', 'sendUserMessage'] as const;
const onSessions = ['disconnectSession'] as const;
const others = ['setUser', 'setInfo', 'setInfoEx'] as const;

export async function replay(
  world: World,
  simulator: Simulator,
  history: LabHistory,
): Promise<void> {
  const servers = new Map<string, RasServer>();
  let clock = 0;
  let failed = 0;
  for (const deed of history.deeds) {
    simulator.step(Math.max(0, deed.at - clock));
    clock = Math.max(clock, deed.at);
    try {
      const server = servers.get(deed.server) ?? (await reach(simulator, deed.server));
      servers.set(deed.server, server);
      await again(server, deed);
    } catch {
      failed += 1;
    }
  }
  simulator.step(Math.max(0, history.age - clock));
  for (const server of servers.values()) await server.disconnect();
  if (failed > 0) say(world, `Of what was done in this lab, ${failed} could not be done again.`);
}

function reach(simulator: Simulator, name: string): Promise<RasServer> {
  return connect(name === '' ? undefined : name, { library: simulator });
}

type Method = (...args: unknown[]) => Promise<unknown>;

// Anybody may have written the file, so only these methods are called by name.
async function again(server: RasServer, { action, args }: PastDeed): Promise<void> {
  const known: readonly string[] = [...onPorts, ...onConnections, ...onSessions, ...others];
  if (!known.includes(action)) throw new Error(`A lab knows no ${action}`);
  const method = server[action as (typeof known)[number] & keyof RasServer] as unknown as Method;
  const [first, ...more] = args;
  await method.call(server, await subjectOf(server, action, first), ...more);
}

async function subjectOf(server: RasServer, action: string, first: unknown): Promise<unknown> {
  if ((onSessions as readonly string[]).includes(action)) return sessionOn(server, first);
  const isOnConnection = (onConnections as readonly string[]).includes(action);
  return isOnConnection ? (await sessionOn(server, first)).connection : first;
}

/** The session on a port: its handle may be another each time. */
async function sessionOn(server: RasServer, place: unknown): Promise<Session> {
  const name = typeof place === 'object' && place !== null && 'port' in place ? place.port : '';
  const sessions = await server.enumSessions();
  const session = sessions.find(({ ports }) => ports.some((port) => port.name === name));
  if (session === undefined) throw new Error(`Nobody is on ${name}`);
  return session;
}
