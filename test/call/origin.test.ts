// Ports and connections name their server, and no server accepts those of another. The name is an ordinary field
// that survives JSON, a spread and a message to another thread.

import { describe, expect, it } from 'vitest';
import {
  type Connection,
  connect as connectTo,
  type Port,
  type RasServer,
} from '../../lib/index.ts';
import {
  everyDialect,
  handleDialects,
  lab,
  onlyConnection,
  onlyPort,
  rejection,
} from '../fixtures/simulated.ts';

const waysToTravel: readonly (readonly [string, <Thing>(thing: Thing) => Thing])[] = [
  ['as it was given', (thing) => thing],
  ['through JSON', (thing) => JSON.parse(JSON.stringify(thing))],
  ['through a spread', (thing) => ({ ...thing })],
  ['through structuredClone', (thing) => structuredClone(thing)],
];

type OnPort = (server: RasServer, port: Port, options?: { guard: false }) => Promise<unknown>;
const onPort: Readonly<Record<string, OnPort>> = {
  getPort: (server, port) => server.getPort(port),
  disconnectPort: (server, port, options) => server.disconnectPort(port, options),
  resetPort: (server, port, options) => server.resetPort(port, options),
  clearPortStats: (server, port, options) => server.clearPortStats(port, options),
};

type OnConnection = (
  server: RasServer,
  connection: Connection,
  options?: { guard: false },
) => Promise<unknown>;
const update = { interfaceIndex: 1, localEndpoint: '198.51.100.1', remoteEndpoint: '203.0.113.9' };
const onConnection: Readonly<Record<string, OnConnection>> = {
  enumPorts: (server, connection) => server.enumPorts({ connection }),
  getConnection: (server, connection) => server.getConnection(connection),
  disconnectConnection: (server, it, options) => server.disconnectConnection(it, options),
  clearConnectionStats: (server, it, options) => server.clearConnectionStats(it, options),
  removeQuarantine: (server, it, options) => server.removeQuarantine(it, options),
  sendUserMessage: (server, it, options) => server.sendUserMessage(it, 'Hello', options),
  updateConnection: (server, it, options) => server.updateConnection(it, update, options),
};

/** The first snapshot of a watch. */
async function watched(server: RasServer) {
  for await (const change of server.watch()) {
    if (change.type === 'snapshot') return change;
  }
  throw new Error('a watch begins with a snapshot');
}

function twoServers(dialect: (typeof everyDialect)[number]) {
  const made = lab(dialect);
  const other = made.simulator.addServer('RAS02');
  for (const each of [made.simulated, other]) {
    each.addPorts('sstp', 1);
    each.dialIn({ userName: 'alice' });
  }
  return { ...made, other };
}

describe.each(everyDialect)('%s', (dialect) => {
  it('names the server on everything that comes from it, as RasServer.name does', async () => {
    const { connect } = twoServers(dialect);
    for (const name of ['RAS02', '\\\\ras02']) {
      const server = await connect(name);
      const port = await onlyPort(server);
      const { ports, sessions } = await watched(server);
      const details = await server.getPort(port);
      const named: { readonly server: string }[] = [port, details, ...ports, ...sessions];
      named.push(...(await server.enumSessions()));
      expect(named).toHaveLength(5);
      if (dialect !== 'rassapi') {
        const connection = await onlyConnection(server);
        named.push(connection, await server.getConnection(connection));
      }
      expect(new Set(named.map((each) => each.server))).toEqual(new Set([server.name]));
    }
  });

  it('names the local server by an empty text, and accepts its ports', async () => {
    const { connect, simulator } = lab(dialect);
    const local = simulator.addServer();
    local.addPorts('sstp', 1);
    local.dialIn({ userName: 'alice' });
    const named = await connect();
    await using server = await connectTo(undefined, { library: simulator });
    const port = await onlyPort(server);
    expect(port.server).toBe('');
    expect(await rejection(named.disconnectPort(port))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining('it is one of the local server'),
    });
    await server.disconnectPort(JSON.parse(JSON.stringify(port)));
    expect(local.connections).toEqual([]);
  });

  describe.each(waysToTravel)('a port that came %s', (_, travel) => {
    it.each(Object.keys(onPort))('%s refuses it on another server', async (name) => {
      const { connect, simulator } = twoServers(dialect);
      const other = await connect('RAS02');
      const server = await connect('RAS01');
      const port = await onlyPort(other);
      const ports = [port, await other.getPort(port), ...(await watched(other)).ports];
      simulator.clearJournal();
      for (const each of ports.map(travel)) {
        for (const options of [undefined, { guard: false } as const]) {
          const error = await rejection(onPort[name]?.(server, each, options) ?? Promise.resolve());
          expect(error).toBeInstanceOf(TypeError);
          expect(error).toMatchObject({
            code: 'ERR_INVALID_ARG_VALUE',
            message: expect.stringContaining('must be a port of this server; it is one of RAS02'),
          });
        }
      }
      expect(simulator.journal).toEqual([]);
    });

    it.each(Object.keys(onPort))('%s refuses it without its server', async (name) => {
      const { connect, simulator } = twoServers(dialect);
      const server = await connect('RAS01');
      const { server: __, ...port } = travel({ ...(await onlyPort(server)) });
      simulator.clearJournal();
      for (const options of [undefined, { guard: false } as const]) {
        const call = onPort[name]?.(server, port as Port, options) ?? Promise.resolve();
        expect(await rejection(call)).toMatchObject({
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: expect.stringContaining('port.server'),
        });
      }
      expect(simulator.journal).toEqual([]);
    });
  });
});

describe.each(handleDialects)('%s', (dialect) => {
  describe.each(waysToTravel)('a connection that came %s', (_, travel) => {
    it.each(Object.keys(onConnection))('%s refuses it on another server', async (name) => {
      const { connect, simulator } = twoServers(dialect);
      const other = await connect('RAS02');
      const server = await connect('RAS01');
      const connection = await onlyConnection(other);
      const connections = [
        connection,
        await other.getConnection(connection),
        ...(await watched(other)).sessions.flatMap((session) => session.connection ?? []),
      ];
      simulator.clearJournal();
      for (const each of connections.map(travel)) {
        for (const options of [undefined, { guard: false } as const]) {
          const call = onConnection[name]?.(server, each, options) ?? Promise.resolve();
          expect(await rejection(call)).toMatchObject({
            name: 'TypeError',
            code: 'ERR_INVALID_ARG_VALUE',
            message: expect.stringContaining('a connection of this server; it is one of RAS02'),
          });
        }
      }
      expect(simulator.journal).toEqual([]);
    });

    it.each(Object.keys(onConnection))('%s refuses it without its server', async (name) => {
      const { connect, simulator } = twoServers(dialect);
      const server = await connect('RAS01');
      const { server: __, ...connection } = travel({ ...(await onlyConnection(server)) });
      simulator.clearJournal();
      for (const options of [undefined, { guard: false } as const]) {
        const call =
          onConnection[name]?.(server, connection as Connection, options) ?? Promise.resolve();
        expect(await rejection(call)).toMatchObject({
          name: 'TypeError',
          code: 'ERR_INVALID_ARG_TYPE',
          message: expect.stringContaining('connection.server'),
        });
      }
      expect(simulator.journal).toEqual([]);
    });
  });

  it('acts on a connection from a watch, and without the guard on any holder of the handle', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', handle: 77n });
    const server = await connect('\\\\ras01');
    const [session] = (await watched(server)).sessions;
    const connection = session?.connection;
    if (connection === undefined) throw new Error('there should be one connection');
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle: 77n });
    const again = await connect();
    const travelled = JSON.parse(JSON.stringify(connection));
    expect(await rejection(again.disconnectConnection(travelled))).toMatchObject({
      code: 'ERR_RRAS_CONNECTION_CHANGED',
    });
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
    await again.disconnectConnection(travelled, { guard: false });
    expect(simulated.connections).toEqual([]);
  });
});
