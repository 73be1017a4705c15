// Every operation, in each dialect, with every call that it makes failing in each of a dozen ways, and
// hanging once. What the calls are is read from the simulator's journal, and which operations there are
// from the addon, so that a function that is added is covered or missed by name.

import { describe, expect, it } from 'vitest';
import { connect, type Dialect, RasError, type RasServer } from '../../lib/index.ts';
import { loadBinding } from '../../lib/native/load.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';
import { everyDialect, givenUp, rejection } from '../fixtures/simulated.ts';

type Options = { readonly signal: AbortSignal };
type Ask = (server: RasServer, options?: Options) => Promise<unknown>;

// A size that makes three pages of three ports, or of three connections.
const ONE_A_PAGE = 1;

const first = async (server: RasServer, options?: Options) => {
  const [connection] = await server.enumConnections(options);
  if (connection === undefined) throw new Error('there is no connection');
  return connection;
};

/** What is asked for each operation of the addon. */
const questions: Record<string, Ask> = {
  enumPorts: (server, options) => server.enumPorts({ pageBytes: ONE_A_PAGE, ...options }),
  getPort: (server, options) => server.getPort('VPN2-0', options),
  disconnectPort: (server, options) => server.disconnectPort('VPN2-0', options),
  resetPort: (server, options) => server.resetPort('VPN2-0', options),
  clearPortStats: (server, options) => server.clearPortStats('VPN2-0', options),
  enumConnections: (server, options) =>
    server.enumConnections({ pageBytes: ONE_A_PAGE, ...options }),
  getConnection: async (server, options) =>
    server.getConnection(await first(server, options), options),
  disconnectConnection: async (server, options) =>
    server.disconnectConnection(await first(server, options), options),
  clearConnectionStats: async (server, options) =>
    server.clearConnectionStats(await first(server, options), options),
  removeQuarantine: async (server, options) =>
    server.removeQuarantine(await first(server, options), options),
  removeQuarantineByAddress: (server, options) => server.removeQuarantine('192.0.2.7', options),
  sendUserMessage: async (server, options) =>
    server.sendUserMessage(await first(server, options), 'Good evening', options),
  updateConnection: async (server, options) =>
    server.updateConnection(
      await first(server, options),
      { interfaceIndex: 1, localEndpoint: '192.0.2.1', remoteEndpoint: '192.0.2.2' },
      options,
    ),
  isServiceRunning: (server, options) => server.isServiceRunning(options),
  isServiceInitialized: (server, options) => server.isServiceInitialized(options),
  getInfo: (server, options) => server.getInfo(options),
  setInfo: (server, options) => server.setInfo({ sstp: { count: 10 } }, options),
  getInfoEx: (server, options) => server.getInfoEx(options),
  setInfoEx: (server, options) => server.setInfoEx({ sstp: { count: 10 } }, options),
  getErrorString: (server, options) =>
    server.getErrorString(server.dialect === 'rassapi' ? 601 : 905, options),
  isDomainRasServer: (server, options) => server.isDomainRasServer(options),
  establishDomainRasServer: (server, options) => server.establishDomainRasServer(true, options),
  getPdcServer: (server, options) => server.getPdcServer({ server: 'RAS01', ...options }),
  getCredentials: (server, options) => server.getCredentials(options),
  setCredentials: (server, options) => server.setCredentials(new Uint8Array([1, 2, 3]), options),
  getUser: (server, options) => server.getUser('alice', options),
  setUser: (server, options) => server.setUser('alice', { mayDialIn: true }, options),
  enumDevices: (server, options) => server.enumDevices(options),
  getTransport: (server, options) => server.getTransport('ip', options),
};

// They have a test of their own below, or (the event of Windows) elsewhere.
const tested = ['connect', 'serverDisconnect', 'watchConnections', 'endNotification'];

const statuses = [5, 6, 8, 87, 903, 906, 1702, 1717, 1722, 1726, 1818, 2221, 0xc0ffee01];

// A server that lacks a level, a function or a revision answers with these, and is asked for less.
const ofOlderServers = [50, 87, 122, 124, 127, 1305, 1306, 1745, 1783];

interface World {
  readonly simulator: Simulator;
  readonly simulated: SimulatedServer;
  readonly server: RasServer;
}

async function world(dialect: Dialect): Promise<World> {
  const simulator = new Simulator({ dialect, clock: 'stepped' });
  const simulated = simulator.addServer('RAS01', { domain: 'CONTOSO' });
  simulator.addDomain('CONTOSO', { controllers: ['RAS01'] });
  // setInfo needs a port of PPTP, and updateConnection a connection over IKEv2.
  const types = ['pptp', 'sstp', dialect === 'mprapi' ? 'ikev2' : 'l2tp'] as const;
  for (const type of types) simulated.addPorts(type, 1);
  const alice = simulated.dialIn({ user: 'alice', type: types[2], remoteAddress: '192.0.2.7' });
  simulated.quarantine(alice, 'quarantine');
  for (const user of ['bob', 'carol']) simulated.dialIn({ user });
  simulated.addUser('alice');
  simulated.setup.setTransport(0x21, { globalInfo: Uint8Array.of(1) });
  const server = await connect('RAS01', { library: simulator });
  simulator.clearJournal();
  return { simulator, simulated, server };
}

async function end({ simulator, server }: World): Promise<void> {
  await server.disconnect();
  const left = { buffers: simulator.unreturnedBuffers, handles: simulator.openHandles };
  simulator.dispose();
  expect(left).toEqual({ buffers: 0, handles: 0 });
}

interface Call {
  readonly name: string;
  /** How many calls of the same function come before it. */
  readonly after: number;
}

/** The calls of one undisturbed run, in order. */
async function undisturbed(dialect: Dialect, ask: Ask): Promise<Call[]> {
  const here = await world(dialect);
  expect(await settled(ask(here.server))).toBe('done');
  const seen = new Map<string, number>();
  const calls: Call[] = here.simulator.journal.map(({ function: name }) => {
    const after = seen.get(name) ?? 0;
    seen.set(name, after + 1);
    return { name, after };
  });
  await end(here);
  return calls;
}

/** 'done', or the status of the error. Anything but an error of the package is a mistake. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RasError) return error.status;
      throw error;
    },
  );
}

// What has no status to answer with; and what gives a buffer back, which is kept when that fails.
const canFail = (name: string) =>
  !/ServerDisconnect$|IsServiceRunning$|(BufferFree|FreeBuffer|LocalFree)$/.test(name);

describe.each(everyDialect)('%s', (dialect) => {
  const operations = Object.keys(loadBinding('').functions[dialect] ?? {}).filter(
    (operation) => !tested.includes(operation),
  );

  it('has a question for every operation', () => {
    expect(operations.filter((operation) => questions[operation] === undefined)).toEqual([]);
  });

  describe.each(operations)('%s', (operation) => {
    const ask = questions[operation] ?? (() => Promise.reject(new Error('no question')));

    it('tells each failure of each of its calls, and goes on working', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const { name, after } of calls.filter((call) => canFail(call.name))) {
        for (const status of [...statuses, ...ofOlderServers]) {
          const here = await world(dialect);
          here.simulated.fail(name, status, { times: 1, after });
          const told = await settled(ask(here.server));
          const what = `${name} fails with ${status} after ${after}`;
          // Whoever is asked for less may have less to say.
          if (!ofOlderServers.includes(status)) expect(told, what).toBe(status);
          expect(here.simulator.unreturnedBuffers, what).toBe(0);
          expect(await here.server.enumPorts(), what).not.toHaveLength(0);
          await end(here);
        }
      }
    });

    it('gives up each of its calls that hangs, and goes on when it is over', async () => {
      const calls = await undisturbed(dialect, ask);
      expect(calls).not.toEqual([]);
      for (const name of new Set(calls.map((call) => call.name).filter(canFail))) {
        const here = await world(dialect);
        const hang = here.simulated.hang(name, { times: 1 });
        const error = await givenUp(hang, (options) => ask(here.server, options));
        expect(error, name).toMatchObject({ name: 'AbortError' });
        hang.release();
        expect(await here.server.enumPorts(), name).not.toHaveLength(0);
        await end(here);
      }
    });
  });

  it('connect tells each failure, and opens nothing', async () => {
    for (const status of [...statuses, ...ofOlderServers]) {
      const simulator = new Simulator({ dialect, clock: 'stepped' });
      const simulated = simulator.addServer('RAS01');
      const [name] = loadBinding('').functions[dialect]?.connect ?? [];
      if (name === undefined) throw new Error('nothing connects');
      simulated.fail(name, status);
      const error = await rejection(connect('RAS01', { library: simulator }));
      expect(error).toMatchObject({ status, syscall: name });
      expect(simulator.openHandles).toBe(0);
      simulator.dispose();
    }
  });
});
