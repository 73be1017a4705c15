// Reads the ports and sessions of a server together.

import type { Dialect } from '../call/dialect.ts';
import type { CallOptions } from '../call/options.ts';
import type { Connection } from '../connections/connection.ts';
import { RasError } from '../errors/ras_error.ts';
import type { Port } from '../ports/port.ts';
import { sessionsOf, sessionsOnPorts } from './join.ts';
import type { Session } from './session.ts';

/** A server as one reading found it. */
export interface Reading {
  /** When the server had answered, by the clock of this machine. */
  readonly at: Date;
  readonly ports: readonly Port[];
  readonly sessions: readonly Session[];
  /** What identifies a session: rassapi has no connections, only users on ports. */
  readonly sessionsBy: 'handle' | 'port';
}

/** A server as far as a reading needs it. */
export interface ReadableServer {
  readonly dialect: Dialect;
  enumPorts(options: CallOptions): Promise<Port[]>;
  enumConnections(options: CallOptions): Promise<Connection[]>;
}

/**
 * The ports are listed before the connections. A handle may be reused between the two answers; then a port of
 * the old session stands beside the user of the new one. An action on that port compares it with the old
 * session and is refused. In the other order it would hit the new session under the name of the old user.
 */
export async function readServer(server: ReadableServer, options: CallOptions): Promise<Reading> {
  const listing = orNoPorts(
    server.dialect,
    () => server.enumPorts(options),
    () => [],
  );
  if (server.dialect === 'rassapi') {
    const ports = await listing;
    return { at: new Date(), ports, sessions: sessionsOnPorts(ports), sessionsBy: 'port' };
  }
  // Both are asked for at once, so that little changes between the two answers. Both are awaited, so that a
  // failed reading leaves nothing behind on the lane.
  const [ports, connections] = await Promise.allSettled([listing, server.enumConnections(options)]);
  if (ports.status === 'rejected') throw ports.reason;
  if (connections.status === 'rejected') throw connections.reason;
  const sessions = sessionsOf(connections.value, ports.value);
  return { at: new Date(), ports: ports.value, sessions, sessionsBy: 'handle' };
}

/**
 * Lists the ports. rassapi answers with an error for a server that has no ports at the moment or at all. From any other
 * library that error is a failure, and never an empty list.
 */
export async function orNoPorts<Ports>(
  dialect: Dialect,
  list: () => Promise<Ports>,
  none: () => Ports,
): Promise<Ports> {
  try {
    return await list();
  } catch (error) {
    const isNone = error instanceof RasError && error.code === 'NERR_ItemNotFound';
    if (isNone && dialect === 'rassapi') return none();
    throw error;
  }
}
