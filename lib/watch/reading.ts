// Reads a server for a watch.

import type { CallOptions } from '../call/options.ts';
import type { Connection } from '../connections/connection.ts';
import { RasError } from '../errors/ras_error.ts';
import type { Port } from '../ports/port.ts';
import { type Session, sessionsOf, sessionsOnPorts } from '../sessions/session.ts';
import type { Bell } from './bell.ts';

/** A server as one reading found it. */
export interface Reading {
  readonly at: Date;
  readonly ports: readonly Port[];
  readonly sessions: readonly Session[];
  /** What identifies a session: rassapi has no connections, only users on ports. */
  readonly sessionsBy: 'handle' | 'port';
}

/** A server as far as a watch needs it. */
export interface ReadableServer {
  supports(operation: 'enumConnections'): boolean;
  enumPorts(options: CallOptions): Promise<Port[]>;
  enumConnections(options: CallOptions): Promise<Connection[]>;
  /** Calls back when something connects or disconnects; undefined if the server does not notify. */
  bell?(options: CallOptions, ring: () => void): Promise<Bell | undefined>;
}

export async function readServer(server: ReadableServer, options: CallOptions): Promise<Reading> {
  if (!server.supports('enumConnections')) {
    const ports = await portsOf(server, options);
    const at = new Date();
    return { at, ports, sessions: sessionsOnPorts(ports, at), sessionsBy: 'port' };
  }
  // Both are asked for at once, so that little changes between the two answers. Both are awaited, so that a
  // failed reading leaves nothing behind on the lane.
  const [connections, ports] = await Promise.allSettled([
    server.enumConnections(options),
    portsOf(server, options),
  ]);
  if (connections.status === 'rejected') throw connections.reason;
  if (ports.status === 'rejected') throw ports.reason;
  return {
    at: new Date(),
    ports: ports.value,
    sessions: sessionsOf(connections.value, ports.value),
    sessionsBy: 'handle',
  };
}

async function portsOf(server: ReadableServer, options: CallOptions): Promise<Port[]> {
  try {
    return await server.enumPorts(options);
  } catch (error) {
    // rassapi answers this for a server that has no ports at the moment or at all.
    if (error instanceof RasError && error.code === 'NERR_ItemNotFound') return [];
    throw error;
  }
}
