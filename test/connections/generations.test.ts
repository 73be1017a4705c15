// A server of each generation, from NT 4 to 2016: fields of a connection that it does not report are undefined
// and not an error. A server is asked only once which levels it has.

import { describe, expect, it } from 'vitest';
import type { Connection } from '../../lib/index.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import { calls, lab, onlyConnection } from '../fixtures/simulated.ts';

const ex = 'MprAdminConnectionEnumEx';
const levels = 'MprAdminConnectionEnum';

/** The calls of the first listing, and of later ones. */
const generations: Readonly<
  Record<
    Generation,
    { readonly first: readonly string[]; readonly later: readonly string[]; readonly has: Has }
  >
> = {
  nt4: { first: [ex, levels, levels], later: [levels], has: 'who' },
  '2000': { first: [ex], later: [levels, levels, levels], has: 'addresses' },
  '2003': { first: [ex], later: [levels, levels, levels], has: 'addresses' },
  '2008': { first: [ex], later: [levels, levels, levels], has: 'quarantine' },
  '2008r2': { first: [ex], later: [ex], has: 'all' },
  '2012r2': { first: [ex], later: [ex], has: 'all' },
  '2016': { first: [ex], later: [ex], has: 'all' },
};

type Has = 'who' | 'addresses' | 'quarantine' | 'all';

const told: Readonly<Record<Has, (connection: Connection) => void>> = {
  who(connection) {
    expect(connection).toMatchObject({
      guid: undefined,
      remoteAddress: undefined,
      counters: undefined,
      quarantine: undefined,
      isDormant: undefined,
      remoteEndpoint: undefined,
      projection: undefined,
    });
  },
  addresses(connection) {
    expect(connection).toMatchObject({
      guid: expect.any(String),
      remoteAddress: '10.0.0.9',
      counters: { bytesSent: 12 },
      authentication: 'ms-chap-v2',
      encryption: 'mppe-128',
      quarantine: undefined,
      ipv6Prefix: undefined,
      isDormant: undefined,
      remoteEndpoint: undefined,
    });
  },
  quarantine(connection) {
    expect(connection).toMatchObject({
      guid: expect.any(String),
      remoteAddress: '10.0.0.9',
      counters: { bytesSent: 12 },
      authentication: 'ms-chap-v2',
      quarantine: 'normal',
      ipv6Prefix: '2001:db8:0:1::/64',
      isDormant: undefined,
      remoteEndpoint: undefined,
    });
  },
  all(connection) {
    expect(connection).toMatchObject({
      guid: expect.any(String),
      remoteAddress: '10.0.0.9',
      counters: { bytesSent: 12 },
      authentication: 'ms-chap-v2',
      quarantine: 'normal',
      ipv6Prefix: '2001:db8:0:1::/64',
      isDormant: false,
      remoteEndpoint: '203.0.113.9',
      mobikeSwitches: 0,
    });
  },
};

describe.each(Object.keys(generations) as Generation[])('Windows %s', (generation) => {
  const { first, later, has } = generations[generation];

  function dialledIn() {
    const made = lab('mprapi', { server: { generation } });
    made.simulated.addPorts('pptp', 1);
    const alice = made.simulated.dialIn({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      remoteAddress: '10.0.0.9',
      ipv6Prefix: '20010db800000001',
      ipv6PrefixLength: 64,
      remoteEndpoint: '203.0.113.9',
    });
    made.simulated.traffic(alice, { bytesSent: 12 });
    return made;
  }

  it('reports the fields of a connection that it has', async () => {
    const { connect } = dialledIn();
    const server = await connect();
    const connection = await onlyConnection(server);
    expect(connection).toMatchObject({
      userName: 'alice',
      computer: 'LAPTOP-7',
      logonDomain: 'CORP',
      type: 'ppp',
    });
    told[has](connection);
    const one = await server.getConnection(connection);
    expect(one).toEqual({ ...connection, start: one.start });
  });

  it('is asked only once which levels it has', async () => {
    const { connect, simulator } = dialledIn();
    const server = await connect();
    simulator.clearJournal();
    await server.enumConnections();
    const asked = calls(simulator).filter((name) => name.startsWith(levels));
    expect(asked.slice(0, first.length)).toEqual(first);
    simulator.clearJournal();
    await server.enumConnections();
    expect(calls(simulator).filter((name) => name.startsWith(levels))).toEqual(later);
  });

  it('is guarded with the fields that it has, and disconnects', async () => {
    const { connect, simulated } = dialledIn();
    const server = await connect();
    await server.disconnectConnection(await onlyConnection(server), { wait: true });
    expect(simulated.connections).toEqual([]);
  });
});

describe.each([124, 127, 1745])('a server that answers %i to newer requests', (status) => {
  it('is asked for an older level', async () => {
    const { connect, simulated } = lab('mprapi', { server: { generation: '2008r2' } });
    simulated.addPorts('pptp', 1);
    simulated.dialIn({ userName: 'alice' });
    simulated.fail(ex, status);
    const connection = await onlyConnection(await connect());
    expect(connection).toMatchObject({ userName: 'alice', quarantine: 'normal' });
  });
});

it('a failure unrelated to the level is reported', async () => {
  const { connect, simulated } = lab('mprapi', { server: { generation: '2008' } });
  simulated.addPorts('pptp', 1);
  simulated.dialIn({ userName: 'alice' });
  const server = await connect();
  await server.enumConnections();
  simulated.fail(levels, 1726, { after: 1, times: 1 });
  await expect(server.enumConnections()).rejects.toMatchObject({ code: 'RPC_S_CALL_FAILED' });
});
