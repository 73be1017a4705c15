// Lists and reads connections, and acts on them.

import { describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/index.ts';
import {
  calls,
  handleDialects,
  itIf,
  lab,
  onlyConnection,
  onlyPort,
  rejection,
} from '../fixtures/simulated.ts';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe.each(handleDialects)('%s', (dialect) => {
  const isNewest = dialect === 'mprapi';

  it('lists the connections with user, computer and duration', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const alice = simulated.dialIn({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
    });
    simulator.step(60);
    const bob = simulated.dialIn({ userName: 'bob' });
    const before = Date.now();
    const [first, second, ...others] = await (await connect()).enumConnections();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      handle: alice.handle,
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      interfaceType: 'client',
      type: 'ppp',
      connectDuration: 60,
    });
    expect(second).toMatchObject({ handle: bob.handle, userName: 'bob' });
    expect(Number(first?.start)).toBeGreaterThanOrEqual(before - 60_000);
    expect(Number(first?.start)).toBeLessThanOrEqual(Date.now() - 60_000);
  });

  it('returns an empty list only for a server without connections', async () => {
    const { connect, simulated } = lab(dialect);
    const server = await connect();
    expect(await server.enumConnections()).toEqual([]);
    simulated.denied = true;
    expect(await rejection(server.enumConnections())).toMatchObject({
      code: 'ERROR_ACCESS_DENIED',
    });
    simulated.denied = false;
  });

  it('lists the same in pages of any size', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 7);
    for (let count = 0; count < 7; count += 1) simulated.dialIn({ userName: `user${count}` });
    const server = await connect();
    const users = [0, 1, 2, 3, 4, 5, 6].map((count) => `user${count}`);
    for (const pageBytes of [1, 1200, 1700, 5000, undefined]) {
      const listed = await server.enumConnections(pageBytes === undefined ? {} : { pageBytes });
      expect(listed.map(({ userName }) => userName)).toEqual(users);
    }
  });

  it('reads one connection as it is now', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    simulated.dialIn({ userName: 'bob' });
    const server = await connect();
    const [, listed] = await server.enumConnections();
    simulator.step(5);
    const now = await server.getConnection(Number(listed?.handle));
    expect(now).toEqual({ ...listed, connectDuration: 5, start: now.start });
    expect((await server.getConnection(now)).userName).toBe('bob');
  });

  it('lists the ports of one connection', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('modem', 3);
    simulated.dialIn({ userName: 'alice' });
    const bob = simulated.dialIn({ userName: 'bob', links: 2 });
    const server = await connect();
    const [, connection] = await server.enumConnections();
    const ports = await server.enumPorts({ connection: connection as never });
    expect(ports.map(({ name }) => name)).toEqual(bob.ports.map(({ name }) => name));
    expect(await server.enumPorts({ connection: bob.handle })).toEqual(ports);
  });

  it('sets the counters of a connection to zero', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulated.traffic(alice, { bytesSent: 12, bytesReceived: 34 });
    const server = await connect();
    await server.clearConnectionStats(await onlyConnection(server));
    expect(simulated.counters(alice)).toMatchObject({ bytesSent: 0, bytesReceived: 0 });
  });

  it('acts on any holder of a handle, without reading first', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulated.traffic(alice, { bytesSent: 12, bytesReceived: 34 });
    const server = await connect();
    simulator.clearJournal();
    await server.clearConnectionStats(alice.handle);
    expect(calls(simulator)).toEqual([functions.clearConnectionStats]);
    expect(simulated.counters(alice)).toMatchObject({ bytesSent: 0, bytesReceived: 0 });
  });

  itIf(isNewest, 'came with Windows Server 2003')('removes a quarantine', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 2);
    const alice = simulated.dialIn({ userName: 'alice' });
    const bob = simulated.dialIn({ userName: 'bob', remoteAddress: '10.1.2.200' });
    simulated.quarantine(alice, 'quarantine');
    simulated.quarantine(bob, 'quarantine');
    const server = await connect();
    const [first] = await server.enumConnections();
    expect(first?.quarantine).toBe('quarantine');
    await server.removeQuarantine(first as never);
    await server.removeQuarantine('10.1.2.200');
    const after = await server.enumConnections();
    expect(after.map(({ quarantine }) => quarantine)).toEqual(['normal', 'normal']);
  });

  itIf(isNewest, 'came with Windows 2000')('sends a message to the user', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice', messenger: true });
    const server = await connect();
    await server.sendUserMessage(await onlyConnection(server), 'Grüße, 世界');
    expect(simulated.connections[0]?.messages).toEqual(['Grüße, 世界']);
  });

  itIf(isNewest, 'came with Windows Server 2008 R2')('moves an IKEv2 tunnel', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('ikev2', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    await server.updateConnection(await onlyConnection(server), {
      interfaceIndex: 1,
      localEndpoint: '198.51.100.7',
      remoteEndpoint: '2001:db8::9',
    });
    expect(await onlyConnection(server)).toMatchObject({
      localEndpoint: '198.51.100.7',
      remoteEndpoint: '2001:db8::9',
    });
  });
});

describe('mprapi, of a recent server', () => {
  it('reports everything about an IKEv2 connection', async () => {
    const { connect, simulated, simulator } = lab('mprapi');
    simulated.addPorts('ikev2', 1);
    const alice = simulated.dialIn({
      userName: 'alice',
      localEndpoint: '198.51.100.1',
      remoteEndpoint: '203.0.113.9',
      localAddress: '10.0.0.1',
      remoteAddress: '10.0.0.9',
      ipv6Prefix: '20010db800000001',
      ipv6PrefixLength: 64,
      ikev2AuthenticationProtocol: 1,
      ikev2EncryptionMethod: 5,
    });
    simulated.traffic(alice, { bytesSent: 12, bytesReceived: 34, crcErrors: 1 });
    simulated.roam(alice, '203.0.113.10');
    simulated.goDormant(alice);
    simulator.step(1);
    const connection = await onlyConnection(await connect());
    expect(connection).toMatchObject({
      guid: alice.guid,
      type: 'ikev2',
      isDormant: true,
      quarantine: 'normal',
      probationEnds: undefined,
      localEndpoint: '198.51.100.1',
      remoteEndpoint: '203.0.113.10',
      mobikeSwitches: 1,
      localAddress: '10.0.0.1',
      remoteAddress: '10.0.0.9',
      ipv6Prefix: '2001:db8:0:1::/64',
      counters: { bytesSent: 12, bytesReceived: 34, crcErrors: 1 },
      authentication: 'certificate',
      encryption: 'aes-256',
      projection: { type: 'ikev2' },
    });
    expect(connection.guid).toMatch(GUID);
  });

  it('reports everything about a PPP connection', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('pptp', 1);
    simulated.dialIn({ userName: 'alice', remoteAddress: '10.0.0.9' });
    expect(await onlyConnection(await connect())).toMatchObject({
      type: 'ppp',
      isDormant: false,
      remoteAddress: '10.0.0.9',
      authentication: 'ms-chap-v2',
      encryption: 'mppe-128',
      projection: { type: 'ppp', link: { authenticationProtocol: 0xc223 } },
    });
  });

  it('reports the end of a probation', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulated.quarantine(alice, 'probation', 600);
    const [model] = simulated.connections;
    expect(await onlyConnection(await connect())).toMatchObject({
      quarantine: 'probation',
      probationEnds: model?.probationEnds,
    });
  });

  it('shows a number that the package does not know', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('ikev2', 1);
    simulated.dialIn({ userName: 'alice', interfaceType: 99, ikev2EncryptionMethod: 77 });
    expect(await onlyConnection(await connect())).toMatchObject({
      interfaceType: 'unknown-99',
      encryption: 'unknown-77',
    });
  });

  it('is a plain object that survives JSON', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('ikev2', 1);
    simulated.dialIn({ userName: 'alice' });
    const connection = await onlyConnection(await connect());
    expect(JSON.parse(JSON.stringify(connection))).toMatchObject({ userName: 'alice' });
  });
});

describe('rassapi', () => {
  const operations: readonly Operation[] = [
    'enumConnections',
    'getConnection',
    'disconnectConnection',
    'clearConnectionStats',
    'removeQuarantine',
    'sendUserMessage',
    'updateConnection',
  ];

  it('has no connections, and says so with the dialect', async () => {
    const { connect, simulated } = lab('rassapi');
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const update = { interfaceIndex: 1, localEndpoint: '::1', remoteEndpoint: '::1' };
    const attempts = [
      server.enumConnections(),
      server.getConnection(1),
      server.disconnectConnection(1),
      server.clearConnectionStats(1),
      server.removeQuarantine(1),
      server.sendUserMessage(1, 'Hello'),
      server.updateConnection(1, update),
    ];
    for (const attempt of attempts) {
      expect(await rejection(attempt)).toMatchObject({
        code: 'ERROR_CALL_NOT_IMPLEMENTED',
        message: expect.stringContaining('rassapi'),
      });
    }
    expect(operations.filter((operation) => server.supports(operation))).toEqual([]);
    expect((await onlyPort(server)).userName).toBe('alice');
  });
});
