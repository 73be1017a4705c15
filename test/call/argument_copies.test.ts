// A call copies its arguments before it returns. Its caller may change them at once, although the call
// itself waits for its turn: it does what was asked when it was made.

import { describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/call/operations.ts';
import type { Connection, Port, RasServer } from '../../lib/index.ts';
import { lab } from '../fixtures/simulated.ts';

type Which = 'meant' | 'other';

interface Snapshots {
  readonly port: Port;
  readonly connection: Connection;
}

interface Case {
  /** Other arguments have another effect, but for the options of every call. */
  readonly args: (which: Which, snapshots: Snapshots) => unknown[];
  readonly hasOptionsOnly?: true;
}

const pick =
  (which: Which) =>
  <Value>(meant: Value, other: Value): Value =>
    which === 'meant' ? meant : other;

// A time-out that is read late ends the call while the line is busy.
const optionsOnly: Case = {
  args: (which) => [{ timeout: pick(which)(60_000, 1) }],
  hasOptionsOnly: true,
};
const machine = (which: Which) => ({
  domain: 'CONTOSO',
  machine: pick(which)('RAS01', 'RAS02'),
});
const onPort: Case = { args: (_, { port }) => [port, { timeout: 60_000 }] };
const onConnection: Case = { args: (_, { connection }) => [connection, { timeout: 60_000 }] };

const update = (which: Which) => ({
  interfaceIndex: 1,
  localEndpoint: '198.51.100.2',
  remoteEndpoint: pick(which)('203.0.113.98', '203.0.113.99'),
});

const cases: Readonly<Record<Operation, Case>> = {
  isServiceRunning: optionsOnly,
  isServiceInitialized: optionsOnly,
  getInfo: optionsOnly,
  getErrorString: {
    args: (which) => [905, { timeout: pick(which)(60_000, 1) }],
    hasOptionsOnly: true,
  },
  getCredentials: optionsOnly,
  enumDevices: optionsOnly,
  getTransport: {
    args: (which) => ['ip', { timeout: pick(which)(60_000, 1) }],
    hasOptionsOnly: true,
  },
  enumConnections: { args: (which) => [{ pageBytes: pick(which)(4_000_000, 1) }] },
  disconnect: optionsOnly,
  setInfo: { args: (which) => [{ pptp: { count: pick(which)(3, 5), forRouting: false } }] },
  getInfoEx: { args: (which) => [{ revision: pick(which)(2, 3) }] },
  setInfoEx: {
    args: (which) => [{ ikev2: { idleTimeout: pick(which)(301, 302) }, sstp: { count: 3 } }],
  },
  setCredentials: { args: (which) => [Uint8Array.of(1, 2, pick(which)(3, 4))] },
  isDomainRasServer: { args: (which) => [machine(which)] },
  establishDomainRasServer: { args: (which) => [true, machine(which)] },
  getPdcServer: { args: (which) => [{ domain: pick(which)('CONTOSO', 'FABRIKAM') }] },
  enumPorts: { args: (_, { connection }) => [{ connection }] },
  getPort: onPort,
  disconnectPort: onPort,
  resetPort: onPort,
  clearPortStats: onPort,
  getConnection: onConnection,
  disconnectConnection: {
    args: (which, { connection }) => [connection, { wait: pick(which)(true, false) }],
  },
  clearConnectionStats: onConnection,
  removeQuarantine: onConnection,
  sendUserMessage: { args: (_, { connection }) => [connection, 'Hello', { timeout: 60_000 }] },
  updateConnection: { args: (which, { connection }) => [connection, update(which)] },
  getUser: { args: (which) => ['alice', { server: pick(which)('RAS01', 'RAS02') }] },
  setUser: {
    args: (which) => [
      'alice',
      { phoneNumber: pick(which)('5', '6') },
      { server: pick(which)('RAS01', 'RAS02') },
    ],
  },
};

// A reset does nothing, and a page of one connection is the smallest that a server is asked for.
const withoutEffect: readonly Operation[] = ['resetPort', 'enumConnections'];

const waysToBeBusy = {
  'a call of two steps': ['MprAdminUserGetInfo', (server) => server.setUser('carol', {})],
  'a call of one step': ['MprAdminDeviceEnum', (server) => server.enumDevices()],
} as const satisfies Record<string, readonly [string, (server: RasServer) => Promise<unknown>]>;

type Spoil = (given: unknown, other: unknown) => void;
type SpoilBytes = (bytes: Uint8Array, other: unknown) => void;

/** Whatever is in `given` becomes what is in `other`, at every depth. */
function exchange(given: unknown, other: unknown, spoilBytes: SpoilBytes): void {
  if (given instanceof Uint8Array) spoilBytes(given, other);
  else if (typeof given === 'object' && given !== null && !(given instanceof Date)) {
    const source: object = typeof other === 'object' && other !== null ? other : {};
    for (const key of Object.keys(given)) {
      exchange(Reflect.get(given, key), Reflect.get(source, key), spoilBytes);
      if (key in source) Reflect.set(given, key, Reflect.get(source, key));
      else Reflect.deleteProperty(given, key);
    }
  }
}

const waysToSpoil: Readonly<Record<string, Spoil>> = {
  'takes everything out': (given) => exchange(given, {}, (bytes) => bytes.fill(0)),
  'puts other things in': (given, other) =>
    exchange(given, other, (bytes, others) => {
      if (others instanceof Uint8Array) bytes.set(others);
    }),
  'hands the bytes to another thread': (given) =>
    exchange(given, given, ({ buffer }) => {
      if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
    }),
};

/** What a call comes to, and what the servers are like after it. */
async function play(
  method: Operation,
  busy: keyof typeof waysToBeBusy,
  which: Which,
  spoil: Spoil = () => {},
) {
  const { connect, simulated, simulator } = lab('mprapi');
  const other = simulator.addServer('RAS02', { domain: 'CONTOSO' });
  const domain = simulator.addDomain('CONTOSO', { controllers: ['RAS01'] });
  simulator.addDomain('FABRIKAM', { controllers: ['RAS02'] });
  simulated.addPorts('ikev2', 2);
  for (const user of ['alice', 'bob']) {
    const connection = simulated.dialIn({ user });
    simulated.quarantine(connection, 'quarantine');
    simulated.traffic(connection, { bytesSent: 1_000 });
  }
  for (const each of [simulated, other]) each.addUser('alice');
  simulated.addUser('carol');
  other.setUser('alice', { phoneNumber: '9' });
  simulated.setup.setTransport(0x21, { globalInfo: Uint8Array.of(1) });
  simulated.setup.presharedKey = Uint8Array.of(9);

  const server = await connect();
  const [alice, bob] = await server.enumPorts();
  const [ofAlice, ofBob] = await server.enumConnections();
  if (!alice || !bob || !ofAlice || !ofBob) throw new Error('there should be two of each');
  const snapshots = {
    meant: { port: { ...alice }, connection: { ...ofAlice } },
    other: { port: { ...bob }, connection: { ...ofBob } },
  };
  const args = (each: Which) => cases[method].args(each, snapshots[each]);
  simulator.clearJournal();

  const [name, keepBusy] = waysToBeBusy[busy];
  const hang = simulated.hang(name, { times: 1 });
  const before = keepBusy(server);
  await hang.entered();
  const given = args(which);
  const call: Promise<unknown> = Reflect.apply(server[method], server, given);
  const outcome = Promise.allSettled([call]);
  spoil(given, args('other'));
  hang.release();
  await before;
  const [settled] = await outcome;
  const seen = {
    ...settled,
    calls: simulator.journal
      // A buffer may be freed after the answer is there.
      .filter(({ function: called }) => !called.endsWith('Free'))
      .map(({ function: called, port, status }) => ({ called, port, status })),
    ports: simulated.ports.map((port) => [port.name, port.condition, simulated.counters(port)]),
    connections: simulated.connections.map((each) => [each, simulated.counters(each)]),
    users: [simulated.users, other.users],
    key: simulated.setup.presharedKey,
    rasServers: domain.rasServers,
  };
  // Some settings take a restart.
  simulated.stopService();
  simulated.startService();
  const { tunnels, parameters } = simulated.setup;
  return { ...seen, tunnels, parameters };
}

/** Without what a machine's own clock says, and what is drawn by lot. */
function comparable(seen: Awaited<ReturnType<typeof play>>): string {
  return JSON.stringify(seen, (key, value) => {
    if (['start', 'guid', 'at', 'stack'].includes(key)) return undefined;
    if (typeof value === 'bigint') return String(value);
    return value instanceof Error ? { ...value, message: value.message } : value;
  });
}

const methods = Object.keys(cases) as Operation[];

describe.each(Object.keys(waysToBeBusy) as (keyof typeof waysToBeBusy)[])(
  'while %s is under way',
  (busy) => {
    it.each(methods)('%s does what it was asked, whatever its caller does then', async (method) => {
      const meant = comparable(await play(method, busy, 'meant'));
      for (const [way, spoil] of Object.entries(waysToSpoil)) {
        expect(comparable(await play(method, busy, 'meant', spoil)), way).toBe(meant);
      }
    });
  },
);

describe('the test itself', () => {
  const telling = methods.filter(
    (method) => !cases[method].hasOptionsOnly && !withoutEffect.includes(method),
  );

  it.each(telling)('would notice that %s was given something else', async (method) => {
    const busy = 'a call of two steps';
    const meant = comparable(await play(method, busy, 'meant'));
    expect(comparable(await play(method, busy, 'other'))).not.toBe(meant);
  });
});

describe('what outlasts the call', () => {
  it('a watch keeps the interval that it was given', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const options = { interval: 1, timeout: 60_000 };
    const watched = server.watch(options);
    Object.assign(options, { interval: 2 ** 31 - 1, timeout: 1 });
    expect((await watched.next()).value).toMatchObject({ type: 'snapshot' });
    simulated.dialIn({ user: 'alice' });
    expect((await watched.next()).value).toMatchObject({ type: 'port-condition' });
    await watched.return();
  });

  it('a watch connects anew through the library that the caller had chosen', async () => {
    const { connect, simulated, simulator, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const library = { path: simulator.path };
    const options = { library, timeout: 60_000 };
    const server = await connect(simulator.address('RAS01') ?? '', options);
    Object.assign(library, { path: '/nowhere/at/all.so' });
    Object.assign(options, { library: 'rassapi', timeout: 1 });
    const watched = server.watch({ interval: 1 });
    await watched.next();
    simulated.fail(functions.enumPorts, 6, { times: 2 });
    expect((await watched.next()).value).toMatchObject({ type: 'server-lost' });
    await expect.poll(() => simulator.openHandles).toBe(2);
    await watched.return();
  });
});
