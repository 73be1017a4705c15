// Joins the ports and connections of a server: a port does not name its user, and a connection does not name
// its ports.

import type { Connection } from '../../connections/connection.ts';
import type { Port } from '../../ports/port.ts';
import type { RasServer } from '../../server.ts';
import { type Session, sessionsOf, sessionsOnPorts } from '../../sessions/session.ts';
import type { Servers } from '../servers/servers.ts';

/** A port and its user, as far as the server reports one. */
export interface PeopledPort {
  readonly port: Port;
  readonly connection: Connection | undefined;
  /** Undefined: the port is in use, and the server does not list the connection. */
  readonly isRouter: boolean | undefined;
}

export async function peopledPorts(servers: Servers, server: RasServer): Promise<PeopledPort[]> {
  const ports = await server.enumPorts(servers.patience);
  const hasConnections = server.supports('enumConnections');
  // If no port is in use, the server need not be asked for connections.
  const isAsked = hasConnections && ports.some((port) => port.connection !== undefined);
  const connections = isAsked ? await server.enumConnections(servers.patience) : [];
  const byHandle = new Map(connections.map((connection) => [connection.handle, connection]));
  return ports.map((port) => {
    const connection = port.connection === undefined ? undefined : byHandle.get(port.connection);
    // A caller that is still being authenticated is not listed either, and may be a router. Under rassapi
    // no port has a connection, and routers cannot be told from clients.
    const isUnlisted = hasConnections && isInUse(port) && connection === undefined;
    const isRouter = connection === undefined ? false : isRouterConnection(connection);
    return { port, connection, isRouter: isUnlisted ? undefined : isRouter };
  });
}

export async function sessionsOn(servers: Servers, server: RasServer): Promise<Session[]> {
  // rassapi has no connections, only users on ports.
  if (server.dialect === 'rassapi') {
    return [...sessionsOnPorts(await server.enumPorts(servers.patience), new Date())];
  }
  const connections = await server.enumConnections(servers.patience);
  // The connections come first: a caller that arrives in between then shows as ports without a
  // connection, and never as a connection without its ports.
  return [...sessionsOf(connections, await server.enumPorts(servers.patience))];
}

/** A site-to-site tunnel, behind which a whole network can be. */
export function isRouterConnection({ interfaceType }: Connection): boolean {
  return interfaceType !== 'client';
}

export function userOf({ port, connection }: PeopledPort): string {
  return connection?.userName ?? port.userName ?? '';
}

const busy: readonly string[] = ['authenticated', 'authenticating', 'calling-back'];

/** Somebody is on it, or about to be. */
export function isInUse({ connection, condition }: Port): boolean {
  return connection !== undefined || busy.includes(condition);
}
