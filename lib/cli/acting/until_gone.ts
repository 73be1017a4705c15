// rras disconnect --wait: waits until sessions that were disconnected are really gone. The server only starts to
// disconnect them when it is asked.

import { setTimeout as pause } from 'node:timers/promises';
import { RasError } from '../../errors/ras_error.ts';
import type { Port } from '../../ports/port.ts';
import { isInUse } from '../../ports/state.ts';
import type { RasServer } from '../../server.ts';
import { type Reading, readServer } from '../../sessions/reading.ts';
import {
  compareConnections,
  comparePorts,
  compareUsersOnPorts,
} from '../../sessions/same_session.ts';
import type { Session } from '../../sessions/session.ts';
import { Complaint } from '../complaint.ts';
import type { Selected } from '../select/find.ts';
import type { Servers } from '../servers/servers.ts';
import { type Trouble, troubleOf } from '../trouble.ts';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1000;
// A reading that began late may still be answered.
const LEAST_PATIENCE = 1000;

/** Waits for all of them at the same time. Those that are not gone within the time are in the map, with the reason. */
export async function untilGone(
  servers: Servers,
  targets: readonly Selected[],
  within: number,
): Promise<ReadonlyMap<Selected, Trouble>> {
  const end = performance.now() + within * 1000;
  const byServer = new Map<RasServer, Selected[]>();
  for (const target of targets) {
    byServer.set(target.server, [...(byServer.get(target.server) ?? []), target]);
  }
  const parts = await Promise.all(
    [...byServer].map(([server, own]) => untilGoneFrom(servers, server, own, end)),
  );
  const left = new Map<Selected, Trouble>();
  for (const { pending, trouble } of parts) {
    for (const target of pending) left.set(target, remaining(within, trouble));
  }
  return left;
}

interface Rest {
  readonly pending: readonly Selected[];
  /** Why the server could not be read the last time. */
  readonly trouble: Trouble | undefined;
}

async function untilGoneFrom(
  servers: Servers,
  server: RasServer,
  targets: readonly Selected[],
  end: number,
): Promise<Rest> {
  const { interrupt } = servers.world;
  let pending = targets;
  let trouble: Trouble | undefined;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      const left = Math.max(end - performance.now(), LEAST_PATIENCE);
      const timeout = Math.ceil(Math.min(servers.patience.timeout, left));
      const reading = await readServer(server, { ...servers.patience, timeout });
      pending = pending.filter((target) => !isGone(target, reading));
      trouble = undefined;
    } catch (error) {
      interrupt.throwIfAborted();
      if (!(error instanceof RasError)) throw error;
      // It may answer the next time.
      trouble = troubleOf(error);
    }
    if (pending.length === 0 || performance.now() + wait > end) return { pending, trouble };
    await pause(wait, undefined, { signal: interrupt });
  }
}

function remaining(within: number, trouble: Trouble | undefined): Trouble {
  const message =
    trouble === undefined
      ? `The session is still there after ${within} s.`
      : `It is not known whether the session is gone after ${within} s: ${trouble.message}`;
  const hint = '--within waits longer; `rras connections` shows whether it has gone since.';
  return troubleOf(new Complaint('timeOut', message, hint));
}

/** A session that may be the same has not gone. */
function isGone(target: Selected, reading: Reading): boolean {
  const { session } = target;
  const ports = target.kind === 'port' ? [target.port] : target.session.ports;
  if (target.server.dialect === 'rassapi') return ports.every((port) => hasLeft(port, reading));
  // A port may be one of several links of its session, which goes on with the others.
  const isWhole = target.kind === 'connection' || session?.ports.length === 1;
  return (
    !(isWhole && session !== undefined && isListed(session, reading)) &&
    ports.every((port) => isFree(port, reading))
  );
}

function isListed({ connection }: Session, { sessions }: Reading): boolean {
  if (connection === undefined) return false;
  return sessions.some(
    (now) =>
      now.connection !== undefined && compareConnections(connection, now.connection) !== 'another',
  );
}

function isFree(then: Port, { ports }: Reading): boolean {
  return ports.every(
    (now) => now.handle !== then.handle || !isInUse(now) || comparePorts(then, now) === 'another',
  );
}

// As the library decides it: the port may be in another condition while the server still lists the user.
function hasLeft(then: Port, { ports }: Reading): boolean {
  return ports.every(
    (now) =>
      now.userName === undefined ||
      compareUsersOnPorts({ ...then, condition: now.condition }, now) === 'another',
  );
}
