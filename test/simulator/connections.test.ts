// Connections of the simulator: their details, their counters, and their changes.

import { describe, expect, it } from 'vitest';
import type { Generation } from '../../lib/simulator/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';

function ikev2Lab() {
  const made = lab('mprapi');
  made.simulated.addPorts('ikev2', 2);
  return { ...made, connection: made.simulated.dialIn({ userName: 'alice' }) };
}

describe('the details of a connection', () => {
  it('are different for every connection by default', () => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('sstp', 100);
    const connections = Array.from({ length: 100 }, (_, n) =>
      simulated.dialIn({ userName: `u${n}` }),
    );
    for (const key of ['guid', 'remoteAddress', 'handle'] as const) {
      expect(new Set(connections.map((connection) => connection[key])).size).toBe(100);
    }
    expect(connections[0]?.guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('are those that the caller gives', () => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const told = {
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      interfaceName: 'Clients',
      interface: 12,
      interfaceType: 'full-router',
      guid: '00112233-4455-6677-8899-aabbccddeeff',
      messenger: true,
      localEndpoint: '2001:db8::1',
      remoteEndpoint: '192.0.2.7',
      localAddress: '10.9.0.1',
      remoteAddress: '10.9.0.7',
      ipv6Prefix: '20010db800000001',
      ipv6PrefixLength: 64,
      ipv4SubInterface: 0xffffffffffffffffn,
      lcpOptions: 7,
      ccpAlgorithm: 6,
      eapType: 26,
    } as const;
    const connection = simulated.dialIn({ userName: 'alice', ...told });
    expect(simulated.details(connection)).toMatchObject({ ...told, ipv6Error: 0, ipError: 0 });
    simulated.setDetails(connection, { logonDomain: 'OTHER', lcpOptions: 8 });
    expect(simulated.details(connection)).toMatchObject({
      ...told,
      logonDomain: 'OTHER',
      lcpOptions: 8,
    });
  });

  it.each([
    ['a GUID', { guid: '{00112233}' }, 'must be a GUID'],
    ['an address', { remoteAddress: '10.0.0' }, 'must be an IPv4 address'],
    ['a prefix', { ipv6Prefix: '2001:db8::' }, 'must be 16 hex digits'],
    ['an interface type', { interfaceType: 'bridge' as never }, 'must be one of client, '],
    ['a number', { lcpOptions: -1 }, 'must be a whole number'],
    ['a protocol', { protocol: 'slip' as never }, 'must be one of ppp, ikev2'],
    ['a member', { addres: '' } as never, 'is not known'],
  ])('is checked: %s', (_, caller, message) => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    expect(() => simulated.dialIn({ userName: 'alice', ...(caller as object) })).toThrow(message);
    expect(simulated.connections).toEqual([]);
  });

  it('are those of IKEv2 on its ports if the server is new enough', () => {
    for (const [generation, protocol] of [
      ['2008', 'ppp'],
      ['2008r2', 'ikev2'],
    ] as const) {
      const { simulated } = lab('mprapi', { server: { generation } });
      simulated.addPorts('ikev2', 1);
      expect(simulated.dialIn({ userName: 'alice' }).type).toBe(protocol);
    }
    const { simulated } = lab('mprapi', { server: { generation: '2008' } });
    simulated.addPorts('sstp', 1);
    expect(() => simulated.dialIn({ userName: 'a', protocol: 'ikev2' })).toThrow(
      'too old for IKEv2',
    );
  });
});

describe('traffic', () => {
  it('spreads over the links, and traffic of a port counts for its connection', () => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('modem', 3);
    const connection = simulated.dialIn({ userName: 'alice', links: 3 });
    simulated.traffic(connection, { bytesSent: 100, crcErrors: 1 });
    simulated.traffic('COM2', { bytesSent: 7 });
    expect(simulated.counters(connection)).toMatchObject({ bytesSent: 107, crcErrors: 1 });
    const ofPorts = ['COM1', 'COM2', 'COM3'].map((port) => simulated.counters(port).bytesSent);
    expect(ofPorts).toEqual([34, 40, 33]);
  });

  it('wraps around at 32 bits', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const connection = simulated.dialIn({ userName: 'alice' });
    simulated.traffic(connection, { bytesReceived: 2 ** 32 + 5, framesSent: 2 ** 32 - 1 });
    expect(simulated.counters(connection)).toMatchObject({
      bytesReceived: 5,
      framesSent: 2 ** 32 - 1,
    });
    const [listed] = await (await connect()).enumConnections();
    expect(listed?.counters).toMatchObject({ bytesReceived: 5, framesSent: 2 ** 32 - 1 });
  });

  it('can grow with the clock, and be cleared', () => {
    const { simulated, simulator } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const connection = simulated.dialIn({ userName: 'alice' });
    simulated.flow(connection, { bytesSent: 1000 });
    simulator.step(2.5);
    expect(simulated.counters(connection).bytesSent).toBe(2500);
    expect(simulated.counters('VPN2-0').bytesSent).toBe(2500);
    simulated.flow(connection, {});
    simulator.step(10);
    expect(simulated.counters(connection).bytesSent).toBe(2500);
    simulated.clearCounters(connection);
    expect(simulated.counters(connection).bytesSent).toBe(0);
    expect(simulated.counters('VPN2-0').bytesSent).toBe(2500);
    simulated.clearCounters('VPN2-0');
    expect(simulated.counters('VPN2-0').bytesSent).toBe(0);
  });

  it('starts at zero for each connection and when it is cleared', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const first = simulated.dialIn({ userName: 'alice' });
    simulated.traffic(first, { bytesSent: 9 });
    const server = await connect();
    await server.clearConnectionStats(first.handle);
    expect(simulated.counters(first).bytesSent).toBe(0);
    expect(simulated.counters('VPN2-0').bytesSent).toBe(9);
    await server.clearPortStats('VPN2-0');
    expect(simulated.counters('VPN2-0').bytesSent).toBe(0);
    simulated.traffic(first, { bytesSent: 9 });
    simulated.hangUp(first);
    expect(simulated.counters('VPN2-0').bytesSent).toBe(9);
    simulated.dialIn({ userName: 'bob' });
    expect(simulated.counters('VPN2-0').bytesSent).toBe(0);
  });

  it.each([
    ['a negative amount', { bytesSent: -1 }, 'must be a whole number'],
    ['a member', { bytes: 1 } as never, 'is not known'],
  ])('is checked: %s', (_, traffic, message) => {
    const { simulated, connection } = ikev2Lab();
    expect(() => simulated.traffic(connection, traffic)).toThrow(message);
    expect(() => simulated.flow(connection, traffic)).toThrow(message);
  });
});

describe('a client', () => {
  it('goes dormant, comes back, and moves', async () => {
    const { connect, simulated, connection } = ikev2Lab();
    const server = await connect();
    const look = async () => (await server.enumConnections())[0];
    simulated.goDormant(connection);
    expect(simulated.connections[0]).toMatchObject({ isDormant: true });
    expect(await look()).toMatchObject({ isDormant: true, mobikeSwitches: 0 });
    simulated.roam(connection, '192.0.2.77');
    expect(simulated.connections[0]).toMatchObject({ isDormant: false, mobikeSwitches: 1 });
    expect(await look()).toMatchObject({ remoteEndpoint: '192.0.2.77', isDormant: false });
    simulated.goDormant(connection);
    simulated.wake(connection);
    expect(await look()).toMatchObject({ isDormant: false, mobikeSwitches: 1 });
  });

  it('can do so over IKEv2 only', () => {
    const { simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const connection = simulated.dialIn({ userName: 'alice' });
    expect(() => simulated.goDormant(connection)).toThrow('Only an IKEv2 connection');
    expect(() => simulated.roam(connection, '192.0.2.77')).toThrow('Only an IKEv2 connection');
  });

  it('gets messages', async () => {
    const { connect, simulated, connection } = ikev2Lab();
    const server = await connect();
    await server.sendUserMessage(connection.handle, 'Going down \u{1F634}');
    expect(simulated.connections[0]?.messages).toEqual(['Going down \u{1F634}']);
  });
});

describe('quarantine', () => {
  it('is removed by an administrator, once', async () => {
    const { connect, simulated, connection } = ikev2Lab();
    const server = await connect();
    simulated.quarantine(connection, 'quarantine');
    expect((await server.enumConnections())[0]).toMatchObject({ quarantine: 'quarantine' });
    await server.removeQuarantine(connection.handle);
    expect(simulated.connections[0]).toMatchObject({ quarantine: 'normal' });
    expect(await rejection(server.removeQuarantine(connection.handle))).toMatchObject({
      status: 1168,
    });
  });

  it('in probation ends with the connection', () => {
    const { simulated, simulator, connection } = ikev2Lab();
    const before = Date.now();
    simulated.quarantine(connection, 'probation', 60);
    const ends = simulated.connections[0]?.probationEnds?.getTime() ?? 0;
    expect(ends).toBeGreaterThanOrEqual(before + 60_000);
    simulator.step(59);
    expect(simulated.connections[0]?.probationEnds?.getTime()).toBe(ends - 59_000);
    simulator.step(1);
    expect(simulated.connections).toEqual([]);
  });

  it('in probation does not end the connection if the state changes before', () => {
    const { simulated, simulator, connection } = ikev2Lab();
    simulated.quarantine(connection, 'probation', 60);
    simulated.quarantine(connection, 'normal');
    simulator.step(100);
    expect(simulated.connections[0]).toMatchObject({
      quarantine: 'normal',
      probationEnds: undefined,
    });
  });

  it('is checked', () => {
    const { simulated, connection } = ikev2Lab();
    expect(() => simulated.quarantine(connection, 'free' as never)).toThrow(
      'must be one of normal',
    );
    expect(() => simulated.quarantine(connection, 'probation', undefined as never)).toThrow(
      '"time" argument',
    );
    expect(() =>
      (simulated.quarantine as (...args: unknown[]) => void)(connection, 'normal', 5),
    ).toThrow('of a probation only');
  });
});

describe('a generation', () => {
  const inOrder: readonly Generation[] = [
    'nt4',
    '2000',
    '2003',
    '2008',
    '2008r2',
    '2012r2',
    '2016',
  ];

  it.each(inOrder)('%s reports the fields that it has', async (generation) => {
    const { connect, simulated, simulator } = lab('mprapi', { server: { generation } });
    expect(simulated.generation).toBe(generation);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice', ipv6Prefix: '20010db800000001' });
    const server = await connect();
    const [connection] = await server.enumConnections();
    const since = (first: Generation) => inOrder.indexOf(generation) >= inOrder.indexOf(first);
    expect(connection?.userName).toBe('alice');
    expect(connection?.guid !== undefined).toBe(since('2000'));
    expect(connection?.quarantine !== undefined).toBe(since('2008'));
    expect(connection?.remoteEndpoint !== undefined).toBe(since('2008r2'));
    expect(calls(simulator).includes('MprAdminConnectionEnum')).toBe(!since('2008r2'));
  });

  it('lacks newer functions', async () => {
    const { connect, simulated } = lab('mprapi', { server: { generation: 'nt4' } });
    simulated.addPorts('sstp', 1);
    const { handle } = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const asked = [
      server.sendUserMessage(Number(handle), 'Hello'),
      server.removeQuarantine(Number(handle)),
    ];
    for (const each of asked) expect(await rejection(each)).toMatchObject({ status: 1745 });
    simulated.quirks.newerFunction = 127;
    expect(await rejection(server.removeQuarantine(Number(handle)))).toMatchObject({ status: 127 });
  });
});

it('a field of a caller that there is not is refused with the nearest names, not with all of them', () => {
  const { simulated } = lab('mprapi');
  simulated.addPorts('sstp', 1);
  expect(() => simulated.dialIn({ user: 'alice' } as never)).toThrow(
    /^The property 'caller\.user' is not known; the nearest of \d+ names are userName, \w+, \w+$/,
  );
});
