// Ports and connections of a server, put together: a port does not tell whose it is, and a connection
// not which ports it has.

import type { Connection } from '../../connection/connection.ts';
import type { Port } from '../../port/port.ts';
import type { RasServer } from '../../server.ts';
import { sessionsOf, sessionsOnPorts } from '../../watch/listing.ts';
import type { Session } from '../servers/session.ts';

/** A port, and who is on it as far as the server tells. */
export interface PeopledPort {
  readonly port: Port;
  readonly connection: Connection | undefined;
}

/** A connection, and the ports that carry it. */
export interface Link {
  readonly connection: Connection;
  readonly ports: readonly Port[];
}

export async function peopledPorts(session: Session, server: RasServer): Promise<PeopledPort[]> {
  const ports = await server.enumPorts(session.patience);
  // Nobody is on any port: a question less for a server that has nothing to tell.
  const isAsked =
    server.supports('enumConnections') && ports.some((port) => port.connection !== undefined);
  const connections = isAsked ? await server.enumConnections(session.patience) : [];
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  return ports.map((port) => ({
    port,
    connection: port.connection === undefined ? undefined : byHandle.get(port.connection),
  }));
}

export async function links(session: Session, server: RasServer): Promise<Link[]> {
  // rassapi has no connections, only users on ports.
  if (server.dialect === 'rassapi') {
    return [...sessionsOnPorts(await server.enumPorts(session.patience), new Date())];
  }
  const connections = await server.enumConnections(session.patience);
  // Of who comes in between, the ports are there and the connection is not; the other way round, a
  // connection would be there without its ports.
  return [...sessionsOf(connections, await server.enumPorts(session.patience))];
}

export function userOf({ port, connection }: PeopledPort): string {
  return connection?.userName ?? port.userName ?? '';
}
