// Wrong arguments of each method: a TypeError in Node's words, before anything is called.

import { describe, expect, it } from 'vitest';
import type { RasServer } from '../../lib/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

type Call = (server: RasServer) => Promise<unknown>;

const never = (value: unknown) => value as never;

const session = {
  server: 'RAS01',
  handle: 7,
  guid: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  userName: 'alice',
  logonDomain: 'CORP',
  computer: 'LAPTOP-7',
  connectDuration: 5,
};

const everyConnectionCall: readonly (readonly [name: string, call: (it: never) => Call])[] = [
  ['getConnection', (it) => (server) => server.getConnection(it)],
  ['disconnectConnection', (it) => (server) => server.disconnectConnection(it)],
  ['clearConnectionStats', (it) => (server) => server.clearConnectionStats(it)],
  ['removeQuarantine', (it) => (server) => server.removeQuarantine(it)],
  ['sendUserMessage', (it) => (server) => server.sendUserMessage(it, 'Hello')],
  [
    'updateConnection',
    (it) => (server) =>
      server.updateConnection(it, {
        interfaceIndex: 1,
        localEndpoint: '198.51.100.1',
        remoteEndpoint: '203.0.113.9',
      }),
  ],
];

const badConnections: readonly (readonly [what: string, connection: unknown, code: string])[] = [
  ['nothing', undefined, 'ERR_INVALID_ARG_TYPE'],
  ['a negative handle', -1, 'ERR_INVALID_ARG_VALUE'],
  ['half a handle', 0.5, 'ERR_INVALID_ARG_VALUE'],
  ['a boolean', true, 'ERR_INVALID_ARG_TYPE'],
  ['an empty object', {}, 'ERR_INVALID_ARG_TYPE'],
  ['no server', { ...session, server: undefined }, 'ERR_INVALID_ARG_TYPE'],
  ['a server of another name', { ...session, server: 'RAS02' }, 'ERR_INVALID_ARG_VALUE'],
  ['the local server', { ...session, server: '' }, 'ERR_INVALID_ARG_VALUE'],
  ['no user name', { ...session, userName: undefined }, 'ERR_INVALID_ARG_TYPE'],
  ['no GUID that is one', { ...session, guid: 'alice' }, 'ERR_INVALID_ARG_VALUE'],
  ['a duration in words', { ...session, connectDuration: '5' }, 'ERR_INVALID_ARG_TYPE'],
];

const connectionCases = everyConnectionCall.flatMap(([name, call]) =>
  badConnections.map(
    ([what, connection, code]) => [`${name} of ${what}`, call(never(connection)), code] as const,
  ),
);

const options: readonly (readonly [string, Call, string])[] = [
  ['getInfo', (server) => server.getInfo(never({ level: 2 })), 'ERR_INVALID_ARG_VALUE'],
  ['getInfo', (server) => server.getInfo(never(5)), 'ERR_INVALID_ARG_TYPE'],
  ['getInfoEx', (server) => server.getInfoEx({ revision: 6 }), 'ERR_INVALID_ARG_VALUE'],
  [
    'enumConnections',
    (server) => server.enumConnections({ pageBytes: 0 }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'enumPorts of no connection',
    (server) => server.enumPorts({ connection: never('alice') }),
    'ERR_INVALID_ARG_TYPE',
  ],
  ['getPort', (server) => server.getPort(''), 'ERR_INVALID_ARG_VALUE'],
  [
    'clearPortStats',
    (server) => server.clearPortStats('COM1', { guard: never(1) }),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'disconnectConnection that waits for a number',
    (server) => server.disconnectConnection(7, { wait: never(5) }),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'disconnectConnection with an option that is misspelt',
    (server) => server.disconnectConnection(7, never({ waits: true })),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'isServiceRunning',
    (server) => server.isServiceRunning({ timeout: 0 }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'isServiceInitialized',
    (server) => server.isServiceInitialized(never({ signal: 5 })),
    'ERR_INVALID_ARG_TYPE',
  ],
  ['enumDevices', (server) => server.enumDevices(never([])), 'ERR_INVALID_ARG_TYPE'],
  ['getCredentials', (server) => server.getCredentials(never('key')), 'ERR_INVALID_ARG_TYPE'],
];

const values: readonly (readonly [string, Call, string])[] = [
  ['setInfo of nothing', (server) => server.setInfo(never(undefined)), 'ERR_INVALID_ARG_TYPE'],
  [
    'setInfo of a protocol',
    (server) => server.setInfo(never({ ikev2: {} })),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setInfo of a count',
    (server) => server.setInfo({ pptp: { count: -1 } }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setInfo of a flag',
    (server) => server.setInfo({ sstp: { isRasEnabled: never('yes') } }),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'setInfo by a force that is no boolean',
    (server) => server.setInfo({}, { force: never('yes') }),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'setInfo of a parameter',
    (server) => server.setInfo({ l2tp: never({ saLifeTime: 300 }) }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setInfoEx of a protocol',
    (server) => server.setInfoEx(never({ pppoe: {} })),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setInfoEx of a parameter',
    (server) => server.setInfoEx({ ikev2: { idleTimeout: 0.5 } }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setInfoEx of another protocol’s parameter',
    (server) => server.setInfoEx({ gre: never({ idleTimeout: 300 }) }),
    'ERR_INVALID_ARG_VALUE',
  ],
  ['getErrorString', (server) => server.getErrorString(never('903')), 'ERR_INVALID_ARG_TYPE'],
  ['getErrorString', (server) => server.getErrorString(-1), 'ERR_INVALID_ARG_VALUE'],
  [
    'isDomainRasServer',
    (server) => server.isDomainRasServer({ domain: 'A B' }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'establishDomainRasServer',
    (server) => server.establishDomainRasServer(never(true)),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'removeDomainRasServer',
    (server) => server.removeDomainRasServer({ machine: 'A B' }),
    'ERR_INVALID_ARG_VALUE',
  ],
  ['getPdcServer', (server) => server.getPdcServer({ server: '' }), 'ERR_INVALID_ARG_VALUE'],
  ['getUser without a name', (server) => server.getUser(''), 'ERR_INVALID_ARG_VALUE'],
  ['getUser with NUL', (server) => server.getUser('a\0b'), 'ERR_INVALID_ARG_VALUE'],
  ['getUser', (server) => server.getUser(never(5)), 'ERR_INVALID_ARG_TYPE'],
  [
    'setUser of a callback',
    (server) => server.setUser('alice', { callback: never('always') }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setUser of a long number',
    (server) => server.setUser('alice', { phoneNumber: '5'.repeat(129) }),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'setUser of a word that is none',
    (server) => server.setUser('alice', never({ mayDialin: true })),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'sendUserMessage of nothing',
    (server) => server.sendUserMessage(7, ''),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'sendUserMessage of a number',
    (server) => server.sendUserMessage(7, never(5)),
    'ERR_INVALID_ARG_TYPE',
  ],
  [
    'removeQuarantine of an IPv6 address',
    (server) => server.removeQuarantine('2001:db8::1'),
    'ERR_INVALID_ARG_VALUE',
  ],
  [
    'updateConnection to a name',
    (server) =>
      server.updateConnection(7, {
        interfaceIndex: 1,
        localEndpoint: 'vpn.example.net',
        remoteEndpoint: '203.0.113.9',
      }),
    'ERR_INVALID_ARG_VALUE',
  ],
  ['getTransport', (server) => server.getTransport(never('tcp')), 'ERR_INVALID_ARG_VALUE'],
  ['getTransport', (server) => server.getTransport(-1), 'ERR_INVALID_ARG_VALUE'],
];

describe('a wrong argument is reported before anything is called', () => {
  it.each([...connectionCases, ...options, ...values])('%s', async (_, call, code) => {
    const { connect, simulator } = lab('mprapi');
    const server = await connect();
    simulator.clearJournal();
    const error = await rejection(call(server));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toHaveProperty('code', code);
    expect(calls(simulator)).toEqual([]);
  });
});

describe('an invalid key', () => {
  const secret = 'hunter2-hunter2';

  it.each([
    ['a text', secret, 'ERR_INVALID_ARG_TYPE'],
    ['an array of its bytes', [...Buffer.from(secret)], 'ERR_INVALID_ARG_TYPE'],
    ['nothing', undefined, 'ERR_INVALID_ARG_TYPE'],
    ['no bytes', new Uint8Array(), 'ERR_INVALID_ARG_VALUE'],
    ['too many bytes', Buffer.from(secret.repeat(20)), 'ERR_INVALID_ARG_VALUE'],
  ])('is not shown in an error: %s', async (_, key, code) => {
    const { inspect } = await import('node:util');
    const { connect, simulator } = lab('mprapi');
    const server = await connect();
    simulator.clearJournal();
    const error = await rejection(server.setCredentials(never(key)));
    expect(error).toHaveProperty('code', code);
    const told = inspect(error, { depth: null, showHidden: true });
    expect(told).not.toContain(secret);
    expect(told).not.toContain(Buffer.from(secret).toString('hex'));
    expect(told).not.toContain('104, 117, 110');
    expect(calls(simulator)).toEqual([]);
  });
});
