// Every function of every dialect, failed with a status that means nothing to anybody: it arrives as it
// is, with the function's name, and nothing is left behind. The functions come from the addon's own
// table, so that one which is added to it is missed here until it has its call.

import { describe, expect, it } from 'vitest';
import {
  type Connection,
  type Dialect,
  type Port,
  RasError,
  type RasServer,
} from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import { lab, rejection } from '../fixtures/simulated.ts';

const MEANINGLESS = 31_337;
const { functions } = loadBinding('');

interface Subjects {
  readonly port: Port;
  /** Undefined in rassapi, which has none. */
  readonly connection: Connection | undefined;
}

type Call = (server: RasServer, subjects: Subjects) => Promise<unknown>;

function withConnection(
  call: (server: RasServer, connection: Connection) => Promise<unknown>,
): Call {
  return (server, { connection }) => {
    if (connection === undefined) throw new Error('there should be a connection');
    return call(server, connection);
  };
}

const callOf: Readonly<Record<string, Call>> = {
  isServiceInitialized: (server) => server.isServiceInitialized(),
  getInfo: (server) => server.getInfo(),
  setInfo: (server) => server.setInfo({ pptp: { count: 2 } }),
  getInfoEx: (server) => server.getInfoEx(),
  setInfoEx: (server) => server.setInfoEx({ pptp: { count: 2 } }),
  getErrorString: (server) => server.getErrorString(901),
  isDomainRasServer: (server) => server.isDomainRasServer(),
  establishDomainRasServer: (server) => server.establishDomainRasServer(true),
  getPdcServer: (server) => server.getPdcServer(),
  getCredentials: (server) => server.getCredentials(),
  setCredentials: (server) => server.setCredentials(Uint8Array.of(1)),
  enumPorts: (server) => server.enumPorts(),
  getPort: (server, { port }) => server.getPort(port),
  disconnectPort: (server, { port }) => server.disconnectPort(port),
  resetPort: (server, { port }) => server.resetPort(port),
  clearPortStats: (server, { port }) => server.clearPortStats(port),
  enumConnections: (server) => server.enumConnections(),
  getConnection: withConnection((server, connection) => server.getConnection(connection)),
  clearConnectionStats: withConnection((server, connection) =>
    server.clearConnectionStats(connection),
  ),
  removeQuarantine: withConnection((server, connection) => server.removeQuarantine(connection)),
  removeQuarantineByAddress: (server) => server.removeQuarantine('10.0.0.1'),
  sendUserMessage: withConnection((server, connection) => server.sendUserMessage(connection, 'Hi')),
  updateConnection: withConnection((server, connection) =>
    server.updateConnection(connection, {
      interfaceIndex: 1,
      localEndpoint: '192.0.2.1',
      remoteEndpoint: '192.0.2.2',
    }),
  ),
  getUser: (server) => server.getUser('alice'),
  setUser: (server) => server.setUser('alice', { mayDialIn: true }),
  enumDevices: (server) => server.enumDevices(),
  getTransport: (server) => server.getTransport('ip'),
};

/** What has tests of its own, and why the matrix does not hold for it. */
const elsewhere: Readonly<Record<string, string>> = {
  connect: 'test/errors/documented.test.ts',
  serverDisconnect: 'gives no status',
  isServiceRunning: 'gives no status',
  disconnectConnection: 'fails port by port: test/connections/disconnecting.test.ts',
  watchConnections: 'works on Windows only',
  endNotification: 'works on Windows only',
};

// The generation whose servers are asked by that function, where newer ones are asked by another.
const generations: Readonly<Record<string, Generation>> = {
  MprAdminConnectionEnum: '2008',
  MprAdminConnectionGetInfo: '2008',
};

it('has a call for every operation, or a reason', () => {
  const operations = Object.values(functions).flatMap((dialect) => Object.keys(dialect));
  const known = [...Object.keys(callOf), ...Object.keys(elsewhere)];
  expect(new Set(known)).toEqual(new Set(operations));
});

describe.each(Object.keys(functions))('%s', (name) => {
  const dialect = name as Dialect;
  const cases = Object.entries(functions[dialect] ?? {})
    .filter(([operation]) => elsewhere[operation] === undefined)
    .flatMap(([operation, names]) => names.map((syscall) => ({ operation, syscall })));

  it.each(cases)('$operation, when $syscall fails', async ({ operation, syscall }) => {
    const generation = generations[syscall];
    const { connect, simulated } = lab(
      dialect,
      generation === undefined ? {} : { server: { generation } },
    );
    simulated.addUser('alice', { mayDialIn: true });
    simulated.addPorts('l2tp', 1);
    simulated.dialIn({ user: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    const [connection] = dialect === 'rassapi' ? [] : await server.enumConnections();
    if (port === undefined) throw new Error('there should be a port');

    simulated.fail(syscall, MEANINGLESS);
    const error = await rejection(
      Promise.resolve(callOf[operation]?.(server, { port, connection })),
    );
    expect(error).toBeInstanceOf(RasError);
    expect(error).toMatchObject({ status: MEANINGLESS, syscall, server: 'RAS01' });
  });
});
