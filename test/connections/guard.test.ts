// A connection from a listing is a snapshot. If its handle belongs to another session by now, no action may
// happen.

import { describe, expect, it } from 'vitest';
import type { ConnectionActionOptions } from '../../lib/connections/action.ts';
import type { Connection, RasServer } from '../../lib/index.ts';
import {
  functionNamed,
  handleDialects,
  itIf,
  lab,
  onlyConnection,
  rejection,
} from '../fixtures/simulated.ts';

type Act = (
  server: RasServer,
  connection: Connection,
  options?: ConnectionActionOptions,
) => Promise<void>;

const actions: readonly (readonly [name: string, act: Act, isNewer: boolean])[] = [
  [
    'disconnectConnection',
    (server, it, options) => server.disconnectConnection(it, options),
    false,
  ],
  [
    'clearConnectionStats',
    (server, it, options) => server.clearConnectionStats(it, options),
    false,
  ],
  ['removeQuarantine', (server, it, options) => server.removeQuarantine(it, options), true],
  ['sendUserMessage', (server, it, options) => server.sendUserMessage(it, 'Hello', options), true],
  [
    'updateConnection',
    (server, it, options) =>
      server.updateConnection(
        it,
        { interfaceIndex: 1, localEndpoint: '198.51.100.1', remoteEndpoint: '203.0.113.9' },
        options,
      ),
    true,
  ],
];

// The effect of each action on another session.
const handle = 77n;

describe.each(handleDialects)('%s', (dialect) => {
  for (const [name, act, isNewer] of actions) {
    const test = itIf(dialect === 'mprapi' || !isNewer, 'the NT 4 library has no such function');

    test(`${name} does nothing to another session that now has the handle`, async () => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('ikev2', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle });
      const server = await connect();
      const connection = await onlyConnection(server);
      simulated.hangUp(alice);
      const bob = simulated.dialIn({ userName: 'bob', handle });
      simulated.traffic(bob, { bytesSent: 5 });
      const before = simulated.connections;
      expect(await rejection(act(server, connection))).toMatchObject({
        code: 'ERR_RRAS_CONNECTION_CHANGED',
        server: 'RAS01',
        connection: 77,
        message: expect.stringMatching(/one of alice when it was listed, and is now one of bob/),
      });
      expect(simulated.connections).toEqual(before);
      expect(simulated.counters(bob).bytesSent).toBe(5);
    });

    test(`${name} does nothing when the connection has ended, and says so`, async () => {
      const { connect, simulated, functions } = lab(dialect);
      simulated.addPorts('ikev2', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle });
      const server = await connect();
      const connection = await onlyConnection(server);
      simulated.hangUp(alice);
      expect(await rejection(act(server, connection))).toMatchObject({
        code: 'ERROR_INTERFACE_NOT_CONNECTED',
        syscall: functions.getConnection,
        connection: 77,
      });
    });

    test(`${name} recognises another session of the same user`, async () => {
      const { connect, simulated, simulator } = lab(dialect);
      simulated.addPorts('ikev2', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle });
      simulator.step(60);
      const server = await connect();
      const connection = await onlyConnection(server);
      simulated.hangUp(alice);
      simulated.dialIn({ userName: 'alice', handle });
      expect(await rejection(act(server, connection))).toMatchObject({
        code: 'ERR_RRAS_CONNECTION_CHANGED',
        message: expect.stringContaining('another session of alice'),
      });
    });

    test(`${name} refuses a connection of another server before anything is called`, async () => {
      const { connect, simulated, simulator } = lab(dialect);
      const other = simulator.addServer('RAS02');
      for (const each of [simulated, other]) {
        each.addPorts('ikev2', 1);
        each.dialIn({ userName: 'alice' });
      }
      const connection = await onlyConnection(await connect('RAS02'));
      const server = await connect('RAS01');
      simulator.clearJournal();
      expect(await rejection(act(server, connection))).toMatchObject({
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_VALUE',
        message: expect.stringContaining('a connection of this server'),
      });
      expect(simulator.journal).toEqual([]);
    });
  }

  it.each([
    [
      'disconnectConnection',
      (server: RasServer, it: Connection) => server.disconnectConnection(it),
    ],
    ['enumPorts', (server: RasServer, it: Connection) => server.enumPorts({ connection: it })],
  ])(
    '%s does not affect a caller who gets the handle while the ports are listed',
    async (_, call) => {
      const { connect, simulated, functions } = lab(dialect);
      simulated.addPorts('sstp', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle });
      const server = await connect();
      const connection = await onlyConnection(server);
      const hang = simulated.hang(functions.enumPorts);
      const failed = rejection(call(server, connection));
      await hang.entered();
      simulated.hangUp(alice);
      simulated.dialIn({ userName: 'bob', handle });
      hang.release();
      expect(await failed).toMatchObject({
        code: 'ERR_RRAS_CONNECTION_CHANGED',
        message: expect.stringMatching(/one of alice when it was listed, and is now one of bob/),
      });
      expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
    },
  );

  it('lists the ports of the same session only, and with a handle alone those of any session', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const alice = simulated.dialIn({ userName: 'alice', handle, links: 2 });
    const server = await connect();
    const connection = JSON.parse(JSON.stringify(await onlyConnection(server)));
    simulator.step(60);
    expect(await server.enumPorts({ connection })).toHaveLength(2);
    simulated.hangUp(alice);
    expect(await rejection(server.enumPorts({ connection }))).toMatchObject({
      code: 'ERROR_INTERFACE_NOT_CONNECTED',
    });
    simulated.dialIn({ userName: 'bob', handle });
    expect(await rejection(server.enumPorts({ connection }))).toMatchObject({
      code: 'ERR_RRAS_CONNECTION_CHANGED',
    });
    expect(await server.enumPorts({ connection: connection.handle })).toHaveLength(1);
  });

  it('acts on the same session although time has passed', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulator.step(3600);
    await server.disconnectConnection(connection);
    expect(simulated.connections).toEqual([]);
  });

  it('acts on a connection that has been through JSON, or another connection to the server', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    simulated.dialIn({ userName: 'bob' });
    const [alice, bob] = await (await connect()).enumConnections();
    const server = await connect();
    await server.disconnectConnection(JSON.parse(JSON.stringify(alice)));
    await server.disconnectConnection(bob as Connection);
    expect(simulated.connections).toEqual([]);
  });

  it('acts on whatever session is there when the guard is off', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', handle });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle });
    await server.disconnectConnection(connection, { guard: false });
    expect(simulated.connections).toEqual([]);
  });

  it('reports the error of the server when the connection cannot be read again', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const connection = await onlyConnection(server);
    simulated.fail(functionNamed(functions.getConnection), 1726, { times: 1 });
    expect(await rejection(server.disconnectConnection(connection))).toMatchObject({
      code: 'RPC_S_CALL_FAILED',
      syscall: functions.getConnection,
      connection: connection.handle,
    });
    expect(simulated.connections).toHaveLength(1);
  });
});
