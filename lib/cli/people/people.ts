// The ports and sessions of a server, as the command selects and shows them.

import type { Port } from '../../ports/port.ts';
import { isInUse } from '../../ports/state.ts';
import type { RasServer } from '../../server.ts';
import { readServer } from '../../sessions/reading.ts';
import type { Session } from '../../sessions/session.ts';
import type { Servers } from '../servers/servers.ts';

/** A port and who is on it, as far as the server reports it. */
export interface PeopledPort {
  readonly port: Port;
  readonly session: Session | undefined;
  /** Undefined: the port is in use, and the server does not list the connection. */
  readonly isRouter: boolean | undefined;
}

export async function peopledPorts(servers: Servers, server: RasServer): Promise<PeopledPort[]> {
  const { ports, sessions } = await readServer(server, servers.patience);
  const onPort = new Map(sessions.flatMap((session) => session.ports.map((it) => [it, session])));
  return ports.map((port) => {
    const session = onPort.get(port);
    // A caller that is still being authenticated is not listed either, and may be a router. Under rassapi
    // no port has a connection, and routers cannot be told from clients.
    const isUnlisted = server.dialect !== 'rassapi' && isInUse(port) && session === undefined;
    const isRouter = session === undefined ? false : isRouterSession(session);
    return { port, session, isRouter: isUnlisted ? undefined : isRouter };
  });
}

export async function sessionsOn(servers: Servers, server: RasServer): Promise<readonly Session[]> {
  return (await readServer(server, servers.patience)).sessions;
}

/** A site-to-site tunnel, behind which a whole network can be. */
export function isRouterSession({ connection }: Session): boolean {
  return connection !== undefined && connection.interfaceType !== 'client';
}

/** 'WAN Miniport (SSTP)' is SSTP. */
export function deviceInBrief(name: string): string {
  return /^WAN Miniport \((.+)\)$/.exec(name)?.[1] ?? name;
}
