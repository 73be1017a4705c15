// Watching a server: from the scene to the consumer, through the library of each dialect.

import { describe, expect, it } from 'vitest';
import { everyDialect, lab, rejection } from '../fixtures/simulated.ts';
import { atOnce, next, nextOnes, watch } from './watching.ts';

describe.each(everyDialect)('%s: a watch', (dialect) => {
  it('begins with all ports and connections', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 3);
    simulated.dialIn({ userName: 'alice' });
    const snapshot = await next(watch(await connect()), 'snapshot');
    expect(snapshot.ports.map((port) => port.condition)).toEqual([
      'authenticated',
      'listening',
      'listening',
    ]);
    expect(snapshot.sessions).toMatchObject([{ userName: 'alice' }]);
    expect(snapshot.missed).toBe(false);
    expect(Math.abs(snapshot.at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('reports who connects and disconnects, in the right order on each port', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('sstp', 2);
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => {
      simulated.dialIn({ userName: 'alice' });
      simulated.dialIn({ userName: 'bob' });
    });
    expect(await nextOnes(watched, 4)).toEqual([
      'VPN2-0 authenticated',
      'VPN2-1 authenticated',
      'connected alice VPN2-0',
      'connected bob VPN2-1',
    ]);
    await atOnce(place, () => simulated.hangUp('VPN2-0'));
    expect(await nextOnes(watched, 2)).toEqual(['disconnected alice VPN2-0', 'VPN2-0 listening']);
  });

  it('reports both sessions when a port changed hands between two readings', async () => {
    const place = lab(dialect);
    const { connect, simulated, simulator } = place;
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => simulator.step(60));
    await atOnce(place, () => {
      simulated.hangUp(alice);
      simulator.step(5);
      // The same user, the same port, and the same handle if there is one.
      simulated.dialIn({ userName: 'alice', handle: alice.handle });
    });
    expect(await nextOnes(watched, 2)).toEqual([
      'disconnected alice VPN2-0',
      'connected alice VPN2-0',
    ]);
  });

  it('reports ports that are added and removed', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('sstp', 2);
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => {
      simulated.removePort('VPN2-0');
      simulated.addPorts('modem', 1);
    });
    expect(await nextOnes(watched, 2)).toEqual(['port-removed VPN2-0', 'port-added COM1']);
  });

  it('reports an outage once, and afterwards only real changes', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('sstp', 3);
    for (const user of ['alice', 'bob']) simulated.dialIn({ userName: user });
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    const fault = simulated.fail(place.functions.enumPorts, 1722);
    const lost = await next(watched, 'server-lost');
    expect(lost.error).toMatchObject({ code: 'RPC_S_SERVER_UNAVAILABLE', server: 'RAS01' });
    simulated.hangUp('VPN2-0');
    fault.clear();
    expect(await nextOnes(watched, 3)).toEqual([
      'server-back',
      'disconnected alice VPN2-0',
      'VPN2-0 listening',
    ]);
    // No other change was pending.
    await atOnce(place, () => simulated.hangUp('VPN2-1'));
    expect(await nextOnes(watched, 1)).toEqual(['disconnected bob VPN2-1']);
  });

  it('knows after a restart of the service that all sessions are gone, and the ports by name', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    simulated.stopService();
    await next(watched, 'server-lost');
    simulated.startService();
    expect(await nextOnes(watched, 3)).toEqual([
      'server-back',
      'disconnected alice VPN2-0',
      'VPN2-0 listening',
    ]);
  });

  it('rejects when the server cannot be read at all', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    simulated.denied = true;
    const watched = watch(server);
    expect(await rejection(watched.next())).toMatchObject({ code: 'ERROR_ACCESS_DENIED' });
    expect(await watched.next()).toEqual({ value: undefined, done: true });
    simulated.denied = false;
  });

  it('outlives a later denial of access', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    simulated.denied = true;
    const { error } = await next(watched, 'server-lost');
    expect(error).toMatchObject({ code: 'ERROR_ACCESS_DENIED' });
    simulated.denied = false;
    await next(watched, 'server-back');
  });

  it('ends when the server is disconnected, after the changes that still waited', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const watched = watch(server);
    await next(watched, 'snapshot');
    await atOnce(place, () => simulated.dialIn({ userName: 'alice' }));
    expect(await nextOnes(watched, 1)).toEqual(['VPN2-0 authenticated']);
    await server.disconnect();
    expect(await nextOnes(watched, 2)).toEqual(['connected alice VPN2-0', 'the end']);
    const late = server.watch();
    expect(await rejection(late.next())).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
    expect(await nextOnes(late, 1)).toEqual(['the end']);
  });
});

describe('the connections that a watch reports', () => {
  const dialect = 'mprapi';
  const GiB = 2 ** 30;

  it('show when they roam, go dormant and can be reached again', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('ikev2', 1);
    const alice = simulated.dialIn({ userName: 'alice', remoteEndpoint: '192.0.2.1' });
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => simulated.goDormant(alice));
    const { session } = await next(watched, 'dormant');
    expect(session).toMatchObject({ userName: 'alice', connection: { isDormant: true } });
    await atOnce(place, () => {
      simulated.wake(alice);
      simulated.roam(alice, '198.51.100.7');
    });
    expect(await next(watched, 'roamed')).toMatchObject({
      session: { remoteEndpoint: '198.51.100.7', connection: { mobikeSwitches: 1 } },
      before: { remoteEndpoint: '192.0.2.1', connection: { mobikeSwitches: 0 } },
    });
    await next(watched, 'awake');
  });

  it('goes on beyond 32 bits, and over counters that are cleared', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    simulated.addPorts('ikev2', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const watched = watch(server);
    const { sessions } = await next(watched, 'snapshot');
    expect(sessions[0]?.traffic?.bytesSent).toBe(0);
    for (let turn = 0; turn < 4; turn += 1) {
      await atOnce(place, () =>
        simulated.traffic(alice, { bytesSent: 3 * GiB, framesSent: 3_000_000 }),
      );
    }
    // Afterwards a reading has seen all of the traffic.
    await atOnce(place, () => {});
    await server.clearConnectionStats(alice.handle);
    const { session } = await next(watched, 'counters-restarted');
    expect(session.counters?.bytesSent).toBe(0);
    expect(session.traffic).toMatchObject({ bytesSent: 12 * GiB, framesSent: 12_000_000 });
    await atOnce(place, () => {
      simulated.traffic(alice, { bytesSent: 500, framesSent: 5 });
      simulated.hangUp(alice);
    });
    const end = await next(watched, 'disconnected');
    expect(end.session.traffic?.bytesSent).toBe(12 * GiB);
  });

  it('serves to act on them', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    const watched = watch(server);
    const { sessions } = await next(watched, 'snapshot');
    const [alice] = sessions;
    if (alice === undefined) throw new Error('nobody');
    await server.disconnectSession(alice);
    const { session } = await next(watched, 'disconnected');
    expect(session.ports).toHaveLength(2);
  });

  it.each(['nt4', '2000', '2003', '2008', '2008r2', '2012r2', '2016'] as const)(
    'is enough to distinguish two sessions of one user on a server that is %s',
    async (generation) => {
      const place = lab(dialect, { server: { generation } });
      const { connect, simulated } = place;
      simulated.addPorts('sstp', 1);
      const alice = simulated.dialIn({ userName: 'alice' });
      const watched = watch(await connect());
      await next(watched, 'snapshot');
      const hang = simulated.hang(place.functions.enumPorts);
      await hang.entered();
      simulated.hangUp(alice);
      simulated.dialIn({ userName: 'alice', handle: alice.handle });
      hang.release();
      expect(await nextOnes(watched, 2)).toEqual([
        'disconnected alice VPN2-0',
        'connected alice VPN2-0',
      ]);
    },
  );
});

describe('with interfaces, a watch', () => {
  function site() {
    const place = lab('mprapi');
    place.simulated.addPorts('ikev2', 1);
    place.simulated.addInterface({ name: 'Ethernet', type: 'dedicated' });
    place.simulated.addInterface({ name: 'Paris', connectingTime: '30s' });
    return place;
  }

  it('reports them all, and then what comes, goes, and changes its state', async () => {
    const place = site();
    const { simulated, simulator } = place;
    const watched = watch(await place.connect(), { interfaces: true });
    const { interfaces } = await next(watched, 'snapshot');
    expect(interfaces).toMatchObject([
      { name: 'Ethernet', state: 'connected' },
      { name: 'Paris', state: 'disconnected' },
    ]);
    await atOnce(place, () => {
      simulated.addInterface({ name: 'Rome' });
      simulated.removeInterface('Ethernet');
      simulated.dialInterface('Paris');
    });
    expect(await nextOnes(watched, 3)).toEqual([
      'interface-removed Ethernet',
      'Paris connecting',
      'interface-added Rome',
    ]);
    await atOnce(place, () => simulator.step(30));
    expect(await nextOnes(watched, 3)).toEqual([
      'VPN3-0 authenticated',
      'connected Paris VPN3-0',
      'Paris connected',
    ]);
    await atOnce(place, () => {
      simulated.dropInterface('Paris', 'ERROR_REMOTE_DISCONNECTION');
      simulated.setInterface('Rome', { isEnabled: false });
    });
    await nextOnes(watched, 2);
    const down = await next(watched, 'interface-state');
    expect(down).toMatchObject({
      interface: { name: 'Paris', state: 'disconnected', lastError: { status: 629 } },
      before: { name: 'Paris', state: 'connected' },
    });
    expect(await nextOnes(watched, 1)).toEqual(['Rome unreachable admin-disabled']);
  });

  it('reports a state that changed while the server was away', async () => {
    const place = site();
    const { simulated } = place;
    simulated.setInterface('Paris', { connectingTime: 0, answer: 'ERROR_VPN_TIMEOUT' });
    const watched = watch(await place.connect(), { interfaces: true });
    await next(watched, 'snapshot');
    const fault = simulated.fail('MprAdminInterfaceEnum', 5);
    const { error } = await next(watched, 'server-lost');
    expect(error.code).toBe('ERROR_ACCESS_DENIED');
    simulated.dialInterface('Paris');
    fault.clear();
    expect(await nextOnes(watched, 2)).toEqual([
      'server-back',
      'Paris unreachable connection-failure',
    ]);
  });

  it('does not know them without the option', async () => {
    const place = site();
    const watched = watch(await place.connect());
    expect(await next(watched, 'snapshot')).not.toHaveProperty('interfaces');
    await atOnce(place, () => {
      place.simulated.dialInterface('Paris');
      place.simulated.addPorts('sstp', 1);
    });
    expect(await nextOnes(watched, 1)).toEqual(['port-added VPN2-0']);
  });

  it.each(['nt4', 'rassapi'] as const)('is as it is without them under %s', async (dialect) => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const watched = watch(await connect(), { interfaces: true });
    const snapshot = await next(watched, 'snapshot');
    expect(snapshot.sessions).toMatchObject([{ userName: 'alice' }]);
    expect(snapshot).not.toHaveProperty('interfaces');
  });

  it('leaves out those of clients, and is as it is without them where the server has none', async () => {
    const place = site();
    place.simulated.addInterface({ name: 'alice', type: 'client' });
    const { interfaces } = await next(
      watch(await place.connect(), { interfaces: true }),
      'snapshot',
    );
    expect(interfaces?.map(({ name }) => name)).toEqual(['Ethernet', 'Paris']);
    place.simulated.fail('MprAdminInterfaceEnum', 50);
    const without = await next(watch(await place.connect(), { interfaces: true }), 'snapshot');
    expect(without).not.toHaveProperty('interfaces');
  });
});
