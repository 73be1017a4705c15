// Disconnecting a session: as one whole, nobody else, and nothing half-done is called done.

import { describe, expect, it } from 'vitest';
import type { RasServer, Session } from '../../lib/index.ts';
import {
  calls,
  everyDialect,
  functionNamed,
  givenUp,
  handleDialects,
  lab,
  rejection,
} from '../fixtures/simulated.ts';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

async function sessionOf(server: RasServer, user: string): Promise<Session> {
  const [session, ...others] = await server.enumSessions({ user });
  if (session === undefined || others.length > 0) throw new Error(`${user} should be on once`);
  return session;
}

const waysToTravel: Readonly<Record<string, (session: Session) => Session>> = {
  'as it was listed': (session) => session,
  'through JSON': (session) => JSON.parse(JSON.stringify(session)),
  'through structuredClone': (session) => structuredClone(session),
  'through a spread': (session) => ({ ...session }),
};

describe.each(everyDialect)('%s: disconnectSession', (dialect) => {
  describe.each(Object.entries(waysToTravel))('of a session %s', (_, travel) => {
    it('disconnects it, and nobody else', async () => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('sstp', 3);
      for (const userName of ['bob', 'alice', 'carol']) simulated.dialIn({ userName });
      const server = await connect();
      await server.disconnectSession(travel(await sessionOf(server, 'alice')));
      expect(simulated.connections.map(({ userName }) => userName)).toEqual(['bob', 'carol']);
    });

    it('does nothing if somebody else is there by then', async () => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('sstp', 1);
      const alice = simulated.dialIn({ userName: 'alice', handle: 77 });
      const server = await connect();
      const session = travel(await sessionOf(server, 'alice'));
      simulated.hangUp(alice);
      simulated.dialIn({ userName: 'bob', handle: 77 });
      expect(await rejection(server.disconnectSession(session))).toMatchObject({
        code: dialect === 'rassapi' ? 'ERR_RRAS_PORT_CHANGED' : 'ERR_RRAS_CONNECTION_CHANGED',
        server: 'RAS01',
        outcome: 'not-done',
      });
      expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
    });

    it('refuses one of another server before it asks anything', async () => {
      const { connect, simulated, simulator } = lab(dialect);
      const other = simulator.addServer('RAS02');
      for (const each of [simulated, other]) {
        each.addPorts('sstp', 1);
        each.dialIn({ userName: 'alice' });
      }
      const session = travel(await sessionOf(await connect('RAS02'), 'alice'));
      const server = await connect('RAS01');
      simulator.clearJournal();
      expect(await rejection(server.disconnectSession(session))).toMatchObject({
        code: 'ERR_INVALID_ARG_VALUE',
        message: expect.stringContaining('must be a session of this server; it is one of RAS02'),
      });
      expect(simulator.journal).toEqual([]);
    });
  });

  it('fails if the session is gone already', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    simulated.hangUp(alice);
    expect(await rejection(server.disconnectSession(session, { wait: true }))).toMatchObject({
      code: dialect === 'rassapi' ? 'ERR_RRAS_PORT_CHANGED' : 'ERROR_INTERFACE_NOT_CONNECTED',
    });
  });

  it('waits until the session is gone, however long its port is still listed', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    // Else rassapi lists nobody on a port that is being disconnected.
    simulated.setQuirks({ disconnectDelay: 30, disconnectingCondition: 'authenticated' });
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'bob' });
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    simulator.clearJournal();
    let isDone = false;
    const done = server.disconnectSession(session, { wait: true }).then(() => {
      isDone = true;
    });
    const reading = dialect === 'rassapi' ? functions.enumPorts : functions.getConnection;
    await until(() => calls(simulator).filter((name) => name === reading).length >= 3);
    expect(isDone).toBe(false);
    simulator.step(31);
    await done;
    expect(simulated.connections.map(({ userName }) => userName)).toEqual(['bob']);
  });

  it('does not wait for the session of somebody who comes next', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30 });
    simulated.addPorts('sstp', 1);
    const alice = simulated.dialIn({ userName: 'alice', handle: 77 });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    const done = server.disconnectSession(session, { wait: true });
    await until(() => calls(simulator).includes(functions.disconnectPort));
    simulated.hangUp(alice);
    simulated.dialIn({ userName: 'bob', handle: 77 });
    await done;
    expect(simulated.connections).toMatchObject([{ userName: 'bob' }]);
  });

  it('waits no longer than it may', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.setQuirks({ disconnectDelay: 30, disconnectingCondition: 'authenticated' });
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    const call = server.disconnectSession(session, { wait: true, timeout: 60 });
    expect(await rejection(call)).toMatchObject({
      code: 'ERR_RRAS_TIMEOUT',
      operation: 'disconnectSession',
      server: 'RAS01',
      outcome: 'unknown',
    });
    expect(simulated.connections).toHaveLength(1);
  });

  it('never happens after its caller has given up while the session was read again', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    const reading = dialect === 'rassapi' ? functions.getPort : functions.getConnection;
    const hang = simulated.hang(functionNamed(reading), { times: 1 });
    const failed = await givenUp(hang, (options) => server.disconnectSession(session, options));
    expect(failed).toMatchObject({ name: 'AbortError' });
    hang.release();
    expect(await server.enumSessions()).toHaveLength(1);
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
  });

  it.each<[string, (session: Session) => unknown, string, string]>([
    ['the name of a user', () => 'alice', 'ERR_INVALID_ARG_TYPE', 'server.enumSessions({ user })'],
    ['nothing', () => undefined, 'ERR_INVALID_ARG_TYPE', 'a Session'],
    ['null', () => null, 'ERR_INVALID_ARG_TYPE', 'a Session'],
    ['a number', () => 7, 'ERR_INVALID_ARG_TYPE', 'a Session'],
    ['an empty object', () => ({}), 'ERR_INVALID_ARG_TYPE', 'a Session'],
    ['a port', ({ ports }) => ports[0], 'ERR_INVALID_ARG_TYPE', 'server.disconnectPort'],
    [
      'one without its server',
      ({ server: _, ...session }) => session,
      'ERR_INVALID_ARG_TYPE',
      'session.server',
    ],
    [
      'one with the name of another user',
      (session) => ({ ...session, userName: 'bob' }),
      'ERR_INVALID_ARG_VALUE',
      'session.userName',
    ],
    [
      'one without what carries it',
      (session) => ({ ...session, ports: [], connection: undefined }),
      dialect === 'rassapi' ? 'ERR_INVALID_ARG_VALUE' : 'ERR_INVALID_ARG_TYPE',
      dialect === 'rassapi' ? 'session.ports' : 'session.connection',
    ],
  ])('refuses %s before it asks anything', async (_, spoil, code, words) => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const spoilt = spoil(await sessionOf(server, 'alice'));
    simulator.clearJournal();
    expect(await rejection(server.disconnectSession(spoilt as Session))).toMatchObject({
      name: 'TypeError',
      code,
      message: expect.stringContaining(words),
    });
    expect(simulator.journal).toEqual([]);
  });

  it.each([
    ['wait', { wait: 1 }, 'ERR_INVALID_ARG_TYPE'],
    ['guard, which is always on', { guard: false }, 'ERR_INVALID_ARG_VALUE'],
  ])('refuses the option %s', async (_, options, code) => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    const call = server.disconnectSession(session, options as object);
    expect(await rejection(call)).toMatchObject({ name: 'TypeError', code });
    expect(simulated.connections).toHaveLength(1);
  });
});

describe.each(handleDialects)('%s: disconnectSession of several ports', (dialect) => {
  it('disconnects each of them', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('modem', 4);
    simulated.dialIn({ userName: 'bob' });
    simulated.dialIn({ userName: 'alice', links: 3 });
    const server = await connect();
    await server.disconnectSession(await sessionOf(server, 'alice'), { wait: true });
    expect(simulated.connections.map(({ userName }) => userName)).toEqual(['bob']);
    expect(calls(simulator).filter((name) => name === functions.disconnectPort)).toHaveLength(3);
  });

  it.each([{ wait: false }, { wait: true }])(
    'fails with the result of each port if the server refuses one: %j',
    async (options) => {
      const { connect, simulated, functions } = lab(dialect);
      simulated.addPorts('modem', 3);
      simulated.dialIn({ userName: 'alice', links: 3 });
      const server = await connect();
      const session = await sessionOf(server, 'alice');
      simulated.fail(functions.disconnectPort, 5, { after: 1, times: 1 });
      expect(await rejection(server.disconnectSession(session, options))).toMatchObject({
        code: 'ERR_RRAS_PARTLY_DONE',
        outcome: 'unknown',
        links: [
          { port: 'COM1', code: undefined },
          { port: 'COM2', code: 'ERROR_ACCESS_DENIED' },
          { port: 'COM3', code: undefined },
        ],
      });
    },
  );

  it('also disconnects a port that joined after the session was listed', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('modem', 2);
    simulated.dialIn({ userName: 'alice', links: 2 });
    const server = await connect();
    const session = await sessionOf(server, 'alice');
    await server.disconnectSession({ ...session, ports: session.ports.slice(0, 1) });
    expect(simulated.connections).toEqual([]);
  });
});

describe('a session of another dialect', () => {
  it('is refused, in either direction', async () => {
    const found = async (dialect: 'mprapi' | 'rassapi') => {
      const { connect, simulated } = lab(dialect);
      simulated.addPorts('sstp', 1);
      simulated.dialIn({ userName: 'alice' });
      const server = await connect();
      return { server, session: await sessionOf(server, 'alice') };
    };
    const [here, there] = [await found('mprapi'), await found('rassapi')];
    expect(await rejection(here.server.disconnectSession(there.session))).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
      message: expect.stringContaining('only rassapi can act on such a session'),
    });
    expect(await rejection(there.server.disconnectSession(here.session))).toMatchObject({
      code: 'ERR_INVALID_ARG_VALUE',
    });
  });
});
