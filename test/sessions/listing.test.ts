// Who is on, and on which ports, in every dialect.

import { describe, expect, it } from 'vitest';
import type { Dialect, RasServer, Session } from '../../lib/index.ts';
import type { Generation } from '../../lib/simulator/index.ts';
import {
  calls,
  everyDialect,
  functionNamed,
  handleDialects,
  type Lab,
  lab,
  rejection,
} from '../fixtures/simulated.ts';

const namesOf = ({ ports }: Session) => ports.map(({ name }) => name);

/** The functions that were called, without those that give memory back. */
const rounds = ({ simulator }: Lab) => calls(simulator).filter((name) => !/Free/.test(name));

describe.each(everyDialect)('%s: enumSessions', (dialect) => {
  it('lists each user with the ports that carry them, and no idle port', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 3);
    simulated.addPorts('modem', 2);
    simulated.dialIn({
      userName: 'alice',
      logonDomain: 'CORP',
      computer: 'LAPTOP-7',
      port: 'VPN2-1',
    });
    simulated.dialIn({ userName: 'bob', logonDomain: 'LAB', computer: 'LAPTOP-9', port: 'COM1' });
    const server = await connect();
    const sessions = await server.enumSessions();
    expect(sessions).toMatchObject([
      { server: 'RAS01', userName: 'alice', logonDomain: 'CORP', computer: 'LAPTOP-7' },
      { server: 'RAS01', userName: 'bob', logonDomain: 'LAB', computer: 'LAPTOP-9' },
    ]);
    expect(sessions.map(namesOf)).toEqual([['VPN2-1'], ['COM1']]);
    const ports = await server.enumPorts();
    expect(sessions.flatMap((session) => session.ports)).toEqual(
      ports.filter(({ condition }) => condition === 'authenticated'),
    );
  });

  it('is empty when nobody is on, and fails when the server does not answer', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 2);
    const server = await connect();
    expect(await server.enumSessions()).toEqual([]);
    simulated.fail(functions.enumPorts, 1722, { times: 1 });
    expect(await rejection(server.enumSessions())).toMatchObject({
      code: 'RPC_S_SERVER_UNAVAILABLE',
      syscall: functions.enumPorts,
      server: 'RAS01',
    });
  });

  it('selects a user by name, in any letter case, with or without the domain', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 4);
    for (const [userName, logonDomain] of [
      ['alice', 'CORP'],
      ['Alice', 'LAB'],
      ['alice2', 'CORP'],
      ['bob', ''],
    ] as const) {
      simulated.dialIn({ userName, logonDomain });
    }
    const server = await connect();
    const found = async (user: string) =>
      (await server.enumSessions({ user })).map((each) => `${each.logonDomain}\\${each.userName}`);
    expect(await found('ALICE')).toEqual(['CORP\\alice', 'LAB\\Alice']);
    expect(await found('corp\\alice')).toEqual(['CORP\\alice']);
    expect(await found('bob')).toEqual(['\\bob']);
    expect(await found('CORP\\bob')).toEqual([]);
    expect(await found('ali*')).toEqual([]);
    expect(await found('carol')).toEqual([]);
  });

  it('lists every session of a user who is on twice', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 3);
    for (let time = 0; time < 2; time += 1) simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const sessions = await server.enumSessions({ user: 'alice' });
    expect(sessions.map(namesOf)).toEqual([['VPN2-0'], ['VPN2-1']]);
  });

  it.each(['', 'CORP\\'])('refuses %j in place of a user: that is not everybody', async (user) => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice', logonDomain: 'CORP' });
    const server = await connect();
    simulator.clearJournal();
    expect(await rejection(server.enumSessions({ user }))).toMatchObject({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: expect.stringContaining('must name a user'),
    });
    expect(simulator.journal).toEqual([]);
  });

  it('refuses a user that is undefined, as an unset variable is: that is not everybody', async () => {
    const { connect, simulator } = lab(dialect);
    const server = await connect();
    simulator.clearJournal();
    const unset = { user: process.env.RRAS_NO_SUCH_VARIABLE } as { user: string };
    expect(await rejection(server.enumSessions(unset))).toMatchObject({
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
    });
    expect(simulator.journal).toEqual([]);
  });

  it('has one more round of calls than enumConnections at most', async () => {
    const place = lab(dialect);
    const { connect, simulated, simulator } = place;
    simulated.addPorts('sstp', 300);
    for (let each = 0; each < 200; each += 1) simulated.dialIn({ userName: `user${each}` });
    const server = await connect();
    const ask = async (question: () => Promise<unknown>) => {
      simulator.clearJournal();
      await question();
      return rounds(place);
    };
    const listing =
      dialect === 'rassapi'
        ? await ask(() => server.enumPorts())
        : [place.functions.enumPorts, ...(await ask(() => server.enumConnections()))];
    expect(await ask(() => server.enumSessions())).toEqual(listing);
  });

  it('ends for its caller when the time is up or the signal says so', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    using hang = simulated.hang(functions.enumPorts);
    const failed = rejection(server.enumSessions({ timeout: 30 }));
    await hang.entered();
    expect(await failed).toMatchObject({
      code: 'ERR_RRAS_TIMEOUT',
      operation: 'enumSessions',
      server: 'RAS01',
      timeout: 30,
    });
    const controller = new AbortController();
    const aborted = rejection(server.enumSessions({ signal: controller.signal }));
    controller.abort();
    expect(await aborted).toMatchObject({ name: 'AbortError' });
  });

  it('fails on a server that was disconnected', async () => {
    const { connect } = lab(dialect);
    const server = await connect();
    await server.disconnect();
    expect(await rejection(server.enumSessions())).toMatchObject({ code: 'ERR_RRAS_CLOSED' });
  });

  it('is supported', async () => {
    const server = await lab(dialect).connect();
    expect(server.supports('enumSessions')).toBe(true);
    expect(server.supports('disconnectSession')).toBe(true);
  });
});

describe.each(handleDialects)('%s: a session', (dialect) => {
  it('has the connection, all its ports, and what the connection has', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('modem', 4);
    simulated.dialIn({ userName: 'bob' });
    simulated.dialIn({ userName: 'alice', links: 3 });
    simulator.step(90);
    const server = await connect();
    const [session] = await server.enumSessions({ user: 'alice' });
    const [, connection] = await server.enumConnections();
    if (session?.connection === undefined || connection === undefined) throw new Error('nobody');
    expect(namesOf(session)).toEqual(['COM2', 'COM3', 'COM4']);
    const { start, ...told } = session.connection;
    expect(connection).toMatchObject(told);
    const { type, connectDuration, localAddress, remoteAddress, counters } = connection;
    expect(session).toMatchObject({ type, connectDuration, localAddress, remoteAddress, counters });
    expect(session.connectDuration).toBe(90);
    expect(session.start).toBe(start);
  });

  it('that begins while the server is read has no ports yet', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const hang = simulated.hang(functionNamed(functions.enumConnections));
    const listing = server.enumSessions();
    await hang.entered();
    simulated.dialIn({ userName: 'alice' });
    hang.release();
    expect(await listing).toMatchObject([{ userName: 'alice', ports: [] }]);
  });

  it('that ends while the server is read is not there, and neither is its port', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 2);
    const alice = simulated.dialIn({ userName: 'alice' });
    simulated.dialIn({ userName: 'bob' });
    const server = await connect();
    const hang = simulated.hang(functionNamed(functions.enumConnections));
    const listing = server.enumSessions();
    await hang.entered();
    simulated.hangUp(alice);
    hang.release();
    expect((await listing).map(({ userName }) => userName)).toEqual(['bob']);
  });

  it('never leads to somebody else: a port of a handle that was reused meanwhile is refused', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', handle: 77 });
    simulator.step(60);
    const server = await connect();
    const hang = simulated.hang(functionNamed(functions.enumConnections));
    const listing = server.enumSessions();
    await hang.entered();
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle: 77 });
    hang.release();
    const [session, ...others] = await listing;
    if (session === undefined) throw new Error('nobody');
    expect(others).toEqual([]);
    expect(session.userName).toBe('bob');
    for (const port of session.ports) {
      expect(await rejection(server.disconnectPort(port))).toMatchObject({
        code: 'ERR_RRAS_PORT_CHANGED',
      });
    }
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
    await server.disconnectSession(session);
    expect(simulated.connections).toEqual([]);
  });
});

describe('mprapi: a session', () => {
  const generations: readonly Generation[] = [
    'nt4',
    '2000',
    '2003',
    '2008',
    '2008r2',
    '2012r2',
    '2016',
  ];

  it.each(generations)('has what a server of %s reports, and nothing else', async (generation) => {
    const { connect, simulated, simulator } = lab('mprapi', { server: { generation } });
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', remoteAddress: '10.0.0.7' });
    simulated.traffic(alice, { bytesSent: 500 });
    simulator.step(60);
    const server = await connect();
    const [session] = await server.enumSessions();
    const isOld = generation === 'nt4';
    expect(session).toMatchObject({ userName: 'alice', connectDuration: 60, type: 'ppp' });
    expect(session?.remoteAddress).toBe(isOld ? undefined : '10.0.0.7');
    expect(session?.counters?.bytesSent).toBe(isOld ? undefined : 500);
    expect(session?.localEndpoint).toBe(session?.connection?.localEndpoint);
  });

  it.each(['mprapi', 'nt4'] as const)(
    'fail under %s with the code with which rassapi says that there is no port',
    async (dialect) => {
      const { connect, simulated, functions } = lab(dialect);
      simulated.addPorts('pptp', 1);
      simulated.dialIn({ userName: 'alice' });
      const server = await connect();
      simulated.fail(functions.enumPorts, 2115);
      expect(await rejection(server.enumSessions())).toMatchObject({ code: 'NERR_ItemNotFound' });
      const watched = server.watch();
      expect(await rejection(watched.next())).toMatchObject({ code: 'NERR_ItemNotFound' });
    },
  );

  it('fails if the library lists no connections: no session is not nobody', async () => {
    const { connect, simulated, functions } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    simulated.fail(functionNamed(functions.enumConnections), 5);
    expect(await rejection(server.enumSessions())).toMatchObject({ code: 'ERROR_ACCESS_DENIED' });
  });
});

describe('rassapi: a session', () => {
  it('is a port with its user, and has no connection', async () => {
    const { connect, simulated } = lab('rassapi', { clock: 'real' });
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [session, ...others] = await server.enumSessions();
    expect(others).toEqual([]);
    expect(session).toMatchObject({ userName: 'alice', connection: undefined, type: undefined });
    const { ports, start, connectDuration, ...rest } = session ?? { ports: [] };
    expect(ports).toHaveLength(1);
    expect(start).toEqual(ports[0]?.sessionStart);
    expect(connectDuration).toBe(ports[0]?.connectDuration);
    expect(rest).toMatchObject({ counters: undefined, remoteAddress: undefined });
  });

  it('has neither start nor duration if the server reports no start', async () => {
    const { sessionsOnPorts } = await import('../../lib/sessions/join.ts');
    const { aPort } = await import('../watch/plain_records.ts');
    const port = aPort({ condition: 'authenticated', userName: 'alice', connectDuration: 0 });
    expect(sessionsOnPorts([port])).toMatchObject([
      { userName: 'alice', start: undefined, connectDuration: undefined },
    ]);
  });

  it('is not there on a server without any ports', async () => {
    const server = await lab('rassapi').connect();
    expect(await server.enumSessions()).toEqual([]);
  });
});

describe('a name of a user in place of a connection', () => {
  type Call = (server: RasServer, it: never) => Promise<unknown>;
  const methods: Readonly<Record<string, Call>> = {
    getConnection: (server, it) => server.getConnection(it),
    disconnectConnection: (server, it) => server.disconnectConnection(it),
    clearConnectionStats: (server, it) => server.clearConnectionStats(it),
  };
  const dialects: readonly Dialect[] = ['mprapi', 'rassapi'];

  it.each(Object.entries(methods))('%s says what to use', async (_, call) => {
    for (const dialect of dialects) {
      const server = await lab(dialect).connect();
      const error = await rejection(call(server, 'alice' as never));
      expect(error).toMatchObject({
        code: 'ERR_INVALID_ARG_TYPE',
        message: expect.stringContaining('server.enumSessions({ user })'),
      });
      expect(error).toHaveProperty('message', expect.stringContaining('server.disconnectSession'));
    }
  });

  it.each(Object.entries(methods))('%s says where a session has it', async (_, call) => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [session] = await server.enumSessions();
    expect(await rejection(call(server, session as never))).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
      message: expect.stringContaining('session.connection'),
    });
    expect(simulated.connections).toHaveLength(1);
  });
});
