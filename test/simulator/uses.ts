// For each function that the simulator's libraries export: what has to be asked of a server so that
// it is called. It is what a test of all of them goes through.

import type { ConnectOptions, Dialect, Port, RasServer } from '../../lib/index.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import { type Lab, lab } from '../fixtures/simulated.ts';

export interface Use {
  /** Of servers that are newer it is not called, for they have a better one. */
  readonly generation?: Generation;
  readonly run: (server: RasServer, port: Port) => Promise<unknown>;
}

const listPorts: Use = { run: (server) => server.enumPorts() };
const listConnections = (server: RasServer) => server.enumConnections();
const onConnection =
  (run: (server: RasServer, connection: number) => Promise<unknown>): Use['run'] =>
  (server, port) =>
    run(server, port.connection ?? 0);
const disconnecting: Use = { run: (server, port) => server.disconnectPort(port) };
// Each library has texts for errors of its own.
const errorString: Use = {
  run: (server) => server.getErrorString(server.dialect === 'rassapi' ? 601 : 905),
};
const pdc: Use = { run: (server) => server.getPdcServer({ domain: 'CONTOSO' }) };
const clearing: Use = { run: (server, port) => server.clearPortStats(port) };

/** By what follows `MprAdmin` or `RasAdmin`. */
const uses: Readonly<Record<string, Use>> = {
  ServerConnect: listPorts,
  ServerDisconnect: listPorts,
  BufferFree: listPorts,
  FreeBuffer: listPorts,
  PortEnum: listPorts,
  // By the guard, which reads the port first.
  PortGetInfo: disconnecting,
  PortClearStats: clearing,
  PortClearStatistics: clearing,
  PortDisconnect: disconnecting,
  PortReset: { run: (server, port) => server.resetPort(port) },
  ConnectionEnum: { generation: '2008', run: listConnections },
  ConnectionGetInfo: {
    generation: '2008',
    run: onConnection((server, connection) => server.getConnection(connection)),
  },
  ConnectionEnumEx: { run: listConnections },
  ConnectionGetInfoEx: {
    run: onConnection((server, connection) => server.getConnection(connection)),
  },
  ConnectionClearStats: {
    run: onConnection((server, connection) => server.clearConnectionStats(connection)),
  },
  SendUserMessage: {
    run: onConnection((server, connection) => server.sendUserMessage(connection, 'Hello')),
  },
  ConnectionRemoveQuarantine: {
    run: onConnection((server, connection) => server.removeQuarantine(connection)),
  },
  UpdateConnection: {
    run: onConnection((server, connection) =>
      server.updateConnection(connection, {
        interfaceIndex: 1,
        localEndpoint: '198.51.100.2',
        remoteEndpoint: '203.0.113.99',
      }),
    ),
  },
  ServerGetInfo: { run: (server) => server.getInfo() },
  ServerSetInfo: { run: (server) => server.setInfo({ pptp: { count: 2 } }) },
  ServerGetInfoEx: { run: (server) => server.getInfoEx() },
  ServerSetInfoEx: { run: (server) => server.setInfoEx({ pptp: { count: 2 } }) },
  ServerGetCredentials: { run: (server) => server.getCredentials() },
  ServerSetCredentials: { run: (server) => server.setCredentials(Uint8Array.of(1, 2, 3)) },
  IsServiceRunning: { run: (server) => server.isServiceRunning() },
  IsServiceInitialized: { run: (server) => server.isServiceInitialized() },
  GetErrorString: errorString,
  LocalFree: errorString,
  EstablishDomainRasServer: { run: (server) => server.establishDomainRasServer(true) },
  IsDomainRasServer: { run: (server) => server.isDomainRasServer() },
  GetPDCServer: pdc,
  GetUserAccountServer: pdc,
  UserGetInfo: { run: (server) => server.getUser('alice') },
  UserSetInfo: { run: (server) => server.setUser('alice', { mayDialIn: true }) },
  DeviceEnum: { run: (server) => server.enumDevices() },
  TransportGetInfo: { run: (server) => server.getTransport('ip') },
};

/** What has no use here, each for its reason. */
const neverCalled: readonly string[] = [
  // They take nobody knows what in this library, so they are never called.
  'RasAdminGetErrorString',
  'RasAdminUserGetInfo',
  'RasAdminUserSetInfo',
];

export function useOf(dialect: Dialect, name: string): Use | undefined {
  if (dialect === 'nt4' && neverCalled.includes(name)) return undefined;
  return uses[name.replace(/^(Mpr|Ras)Admin/, '')];
}

/** A server of which everything can be asked. */
export function busyLab(dialect: Dialect, use?: Use): Lab {
  const generation = dialect === 'mprapi' ? use?.generation : undefined;
  const made = lab(dialect, {
    server: { domain: 'CONTOSO', ...(generation !== undefined && { generation }) },
  });
  const { simulated, simulator } = made;
  simulator.addDomain('CONTOSO', { controllers: ['RAS01'] });
  // A modem: in rassapi it alone has parameters, and so a buffer, in its details.
  simulated.addPorts('modem', 1);
  // Over IKEv2 and in quarantine, so that there is something to move and to remove.
  const newest = dialect === 'mprapi' && generation === undefined;
  const connection = simulated.dialIn({ user: 'alice', ...(newest && { protocol: 'ikev2' }) });
  simulated.quarantine(connection, 'quarantine');
  simulated.addUser('alice');
  simulated.setup.setTransport(0x21, { globalInfo: Uint8Array.of(1) });
  return made;
}

/** Connects, does what calls the function, and disconnects. */
export async function runUse(
  connect: (name?: string, options?: ConnectOptions) => Promise<RasServer>,
  use: Use,
): Promise<unknown> {
  const server = await connect();
  try {
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('no port');
    return await use.run(server, port);
  } finally {
    await server.disconnect();
  }
}
