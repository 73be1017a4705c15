// A call copies its arguments before it returns. The caller may change them at once, although the call waits
// for its turn: it uses the arguments as they were when it was made.

import { describe, expect, it } from 'vitest';
import type { RasServer } from '../../lib/index.ts';
import {
  type Asked,
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  everyMethod,
  furnish,
  methods,
  ownOptionsOf,
  portOfUser,
  type Which,
} from '../fixtures/methods.ts';
import { lab } from '../fixtures/simulated.ts';

const waysToBeBusy = {
  'a call of two steps': ['MprAdminUserGetInfo', (server) => server.setUser('carol', {})],
  'a call of one step': ['MprAdminDeviceEnum', (server) => server.enumDevices()],
} as const satisfies Record<string, readonly [string, (server: RasServer) => Promise<unknown>]>;

type Spoil = (given: unknown, other: unknown) => void;
type SpoilBytes = (bytes: Uint8Array, other: unknown) => void;

/** Overwrites `given` with the content of `other`, at every depth. */
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

const LONG = 60_000;
// If the time-out were read late, it would end the call while the line is busy.
const SHORT = 1;

/** The result of a call, and the state of the servers after it. */
async function play(
  method: Asked,
  busy: keyof typeof waysToBeBusy,
  which: Which,
  spoil: Spoil = () => {},
) {
  const { connect, simulated, simulator } = lab('mprapi', { server: { domain } });
  const joined = furnish(simulator, simulated);
  const other = simulator.addServer('RAS02', { domain });
  simulator.addDomain('FABRIKAM', { controllers: ['RAS02'] });
  for (const connection of simulated.connections) {
    simulated.traffic(connection, { bytesSent: 1_000 });
  }
  other.addUser('alice');
  simulated.addUser('carol');
  other.setUser('alice', { phoneNumber: '9' });
  simulated.setup.presharedKey = Uint8Array.of(9);

  const server = await connect();
  await server.establishDomainRasServer({ domain, machine: 'RAS01' });
  const subjectsOf = async (user: 'alice' | 'bob') => ({
    port: await portOfUser(server, user),
    connection: await connectionOfUser(server, {}, user),
  });
  const subjects = { meant: await subjectsOf('alice'), other: await subjectsOf('bob') };
  const args = (each: Which, timeout: number) => {
    const { port, connection } = subjects[each];
    const copies = { port: { ...port }, connection: { ...connection } };
    const own = ownOptionsOf(method, server, copies.connection, each);
    return [...argumentsOf(method, server, copies, each), { ...own, timeout }];
  };
  simulator.clearJournal();

  const [name, keepBusy] = waysToBeBusy[busy];
  const hang = simulated.hang(name, { times: 1 });
  const before = keepBusy(server);
  await hang.entered();
  const given = args(which, LONG);
  const outcome = Promise.allSettled([call(method, server, given)]);
  spoil(given, args('other', SHORT));
  hang.release();
  await before;
  const [settled] = await outcome;
  const seen = {
    ...settled,
    calls: simulator.journal
      // A buffer may be freed after the answer has arrived.
      .filter(({ function: called }) => !called.endsWith('Free'))
      .map(({ function: called, port, arguments: { hInterface }, status }) => ({
        called,
        port,
        hInterface,
        status,
      })),
    ports: simulated.ports.map((port) => [port.name, port.condition, simulated.counters(port)]),
    connections: simulated.connections.map((each) => [each, simulated.counters(each)]),
    users: [simulated.users, other.users],
    interfaces: simulated.interfaces,
    key: simulated.setup.presharedKey,
    transports: simulated.setup.transports,
    rasServers: joined.rasServers,
  };
  // Some settings need a restart.
  simulated.stopService();
  simulated.startService();
  const { tunnels, parameters } = simulated.setup;
  return { ...seen, tunnels, parameters };
}

/** Without times of the machine's clock and random values. */
function comparable(seen: Awaited<ReturnType<typeof play>>): string {
  return JSON.stringify(seen, (key, value) => {
    if (['start', 'guid', 'at', 'stack'].includes(key)) return undefined;
    if (typeof value === 'bigint') return String(value);
    return value instanceof Error ? { ...value, message: value.message } : value;
  });
}

describe.each(Object.keys(waysToBeBusy) as (keyof typeof waysToBeBusy)[])(
  'while %s is under way',
  (busy) => {
    it.each(everyMethod)('%s uses its arguments as they were at the call', async (method) => {
      const meant = comparable(await play(method, busy, 'meant'));
      for (const [way, spoil] of Object.entries(waysToSpoil)) {
        expect(comparable(await play(method, busy, 'meant', spoil)), way).toBe(meant);
      }
    });
  },
);

describe('the test itself', () => {
  const hasArguments = ({ on, args, options }: (typeof methods)[Asked]) =>
    on !== undefined || args !== undefined || options !== undefined;
  const telling = everyMethod.filter(
    (name) => hasArguments(methods[name]) && methods[name].withoutEffect === undefined,
  );

  it.each(telling)('would notice other arguments of %s', async (method) => {
    const busy = 'a call of two steps';
    const meant = comparable(await play(method, busy, 'meant'));
    expect(comparable(await play(method, busy, 'other'))).not.toBe(meant);
  });
});

describe('a copy that outlasts the call', () => {
  it('a watch keeps its interval', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const options = { interval: 1, timeout: 60_000 };
    const watched = server.watch(options);
    Object.assign(options, { interval: 2 ** 31 - 1, timeout: 1 });
    expect((await watched.next()).value).toMatchObject({ type: 'snapshot' });
    simulated.dialIn({ userName: 'alice' });
    expect((await watched.next()).value).toMatchObject({ type: 'port-condition' });
    await watched.return();
  });

  it('a watch reconnects through the library that the caller chose', async () => {
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
