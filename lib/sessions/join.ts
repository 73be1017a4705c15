// Makes sessions from listings: a port does not name its user, and a connection does not name its ports.

import type { Connection } from '../connections/connection.ts';
import type { Port } from '../ports/port.ts';
import type { Session } from './session.ts';

/** One session for each connection. A port of a connection that is not listed is in no session. */
export function sessionsOf(
  connections: readonly Connection[],
  ports: readonly Port[],
): readonly Session[] {
  const carriers = new Map<number, Port[]>();
  for (const port of ports) {
    if (port.connection === undefined) continue;
    const others = carriers.get(port.connection);
    if (others === undefined) carriers.set(port.connection, [port]);
    else others.push(port);
  }
  return connections.map((connection) =>
    sessionOf(connection, carriers.get(connection.handle) ?? []),
  );
}

/** The session of a connection with these ports. */
export function sessionOf(connection: Connection, ports: readonly Port[]): Session {
  return {
    server: connection.server,
    userName: connection.userName,
    logonDomain: connection.logonDomain,
    computer: connection.computer,
    type: connection.type,
    ports,
    connection,
    connectDuration: connection.connectDuration,
    start: connection.start,
    localAddress: connection.localAddress,
    remoteAddress: connection.remoteAddress,
    ipv6Prefix: connection.ipv6Prefix,
    localEndpoint: connection.localEndpoint,
    remoteEndpoint: connection.remoteEndpoint,
    counters: connection.counters,
  };
}

/** One session for each port with a user, where the API has no connections. */
export function sessionsOnPorts(ports: readonly Port[]): readonly Session[] {
  return ports.filter(({ userName }) => userName !== undefined).map(sessionOnPort);
}

/** The session of the user on a port. */
export function sessionOnPort(port: Port): Session {
  const { server, userName = '', logonDomain = '', computer = '', sessionStart } = port;
  return {
    server,
    userName,
    logonDomain,
    computer,
    type: undefined,
    ports: [port],
    connection: undefined,
    // The duration of a port is computed from the start. Without a start it is 0, which says nothing.
    connectDuration: sessionStart === undefined ? undefined : port.connectDuration,
    start: sessionStart,
    localAddress: undefined,
    remoteAddress: undefined,
    ipv6Prefix: undefined,
    localEndpoint: undefined,
    remoteEndpoint: undefined,
    counters: undefined,
  };
}
