// Sessions: a connection together with its ports, or under rassapi a port with its user.

import type { Connection } from '../connections/connection.ts';
import type { Port } from '../ports/port.ts';

/** A connection and the ports that carry it. */
export interface Session {
  readonly connection: Connection;
  readonly ports: readonly Port[];
}

/** Each connection with its ports. */
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
  return connections.map((connection) => ({
    connection,
    ports: carriers.get(connection.handle) ?? [],
  }));
}

/** The users on ports, for an API that has no connections. Fields that it does not report are undefined. */
export function sessionsOnPorts(ports: readonly Port[], at: Date): readonly Session[] {
  return ports
    .filter((port) => port.userName !== undefined)
    .map((port) => ({ connection: connectionOn(port, at), ports: [port] }));
}

function connectionOn(port: Port, at: Date): Connection {
  return {
    server: port.server,
    handle: port.handle,
    guid: undefined,
    userName: port.userName ?? '',
    logonDomain: port.logonDomain ?? '',
    computer: port.computer ?? '',
    interfaceName: '',
    interface: 0,
    interfaceType: 'client',
    type: undefined,
    isDormant: undefined,
    quarantine: undefined,
    probationEnds: undefined,
    connectDuration: port.connectDuration,
    start: port.sessionStart ?? new Date(at.getTime() - port.connectDuration * 1000),
    localAddress: undefined,
    remoteAddress: undefined,
    ipv6Prefix: undefined,
    localEndpoint: undefined,
    remoteEndpoint: undefined,
    mobikeSwitches: undefined,
    counters: undefined,
    authentication: undefined,
    encryption: undefined,
    projection: undefined,
  };
}
