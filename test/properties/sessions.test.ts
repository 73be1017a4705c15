// Random servers: every connection is in exactly one session, every port that somebody has dialled in on is in
// exactly one, and each session is that of its user.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, type Session } from '../../lib/index.ts';
import { sessionsOf, sessionsOnPorts } from '../../lib/sessions/join.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';
import { seed } from '../fixtures/seed.ts';
import { everyDialect } from '../fixtures/simulated.ts';
import { aConnection, aPort } from '../watch/plain_records.ts';

const users = ['alice', 'Alice', 'bob', 'x\\bob', ''];
const domains = ['', 'CORP', 'corp', 'LAB'];

const caller = fc.record({
  userName: fc.constantFrom(...users),
  logonDomain: fc.constantFrom(...domains),
  links: fc.integer({ min: 1, max: 3 }),
  leaves: fc.boolean(),
});
const world = fc.record({
  ports: fc.integer({ min: 0, max: 12 }),
  callers: fc.array(caller, { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer Type> ? Type : never;

/** Multilink connections do not exist under rassapi: there each link is a session of its own. */
function furnish(simulated: SimulatedServer, { ports, callers }: World): void {
  if (ports > 0) simulated.addPorts('modem', ports);
  for (const { leaves, ...each } of callers) {
    const free = simulated.ports.filter(({ condition }) => condition === 'listening');
    if (free.length < each.links) continue;
    const connection = simulated.dialIn(each);
    if (leaves) simulated.hangUp(connection);
  }
}

const text = (session: Pick<Session, 'userName' | 'logonDomain'>, ports: readonly string[]) =>
  `${session.logonDomain}\\${session.userName} on ${[...ports].sort()}`;

describe.each(everyDialect)('%s', (dialect) => {
  it(`lists everybody once, with their ports (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...users), async (scene, user) => {
        const simulator = new Simulator({ dialect, clock: 'stepped' });
        try {
          const simulated = simulator.addServer('RAS01');
          furnish(simulated, scene);
          await using server = await connect('RAS01', { library: simulator });
          const sessions = await server.enumSessions();

          const expected = simulated.connections.flatMap((each) => {
            const ports = each.ports.map(({ name }) => name);
            const carriers = dialect === 'rassapi' ? ports.map((port) => [port]) : [ports];
            return carriers.map((names) => text(each, names));
          });
          const told = sessions.map((each) =>
            text(
              each,
              each.ports.map(({ name }) => name),
            ),
          );
          expect(told.sort()).toEqual(expected.sort());

          const listed = sessions.flatMap(({ ports }) => ports.map(({ name }) => name));
          const inUse = simulated.connections.flatMap(({ ports }) => ports.map(({ name }) => name));
          expect(listed.sort()).toEqual(inUse.sort());

          if (user === '') return;
          const found = await server.enumSessions({ user });
          const wanted = user.toLowerCase();
          const isMeant = ({ userName, logonDomain }: Session) =>
            userName.toLowerCase() === wanted ||
            (logonDomain !== '' && `${logonDomain}\\${userName}`.toLowerCase() === wanted);
          expect(found).toHaveLength(sessions.filter(isMeant).length);
          expect(found.every(isMeant)).toBe(true);
        } finally {
          simulator.dispose();
        }
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe('the join', () => {
  const handle = fc.integer({ min: 1, max: 8 });
  const listing = fc.record({
    ports: fc.array(fc.option(handle, { nil: undefined }), { maxLength: 12 }),
    connections: fc.uniqueArray(handle, { maxLength: 8 }),
  });

  it('has each connection once, in its order, with its ports in theirs', () => {
    fc.assert(
      fc.property(listing, ({ ports: carried, connections: handles }) => {
        const ports = carried.map((connection, index) => aPort({ handle: index, connection }));
        const connections = handles.map((each) => aConnection({ handle: each }));
        const sessions = sessionsOf(connections, ports);
        expect(sessions.map(({ connection }) => connection)).toEqual(connections);
        for (const { connection, ports: own } of sessions) {
          expect(own).toEqual(ports.filter((port) => port.connection === connection?.handle));
        }
        const inSessions = sessions.flatMap((session) => session.ports);
        expect(new Set(inSessions).size).toBe(inSessions.length);
      }),
      { seed },
    );
  });

  it('has each port with a user once where there are no connections', () => {
    const user = fc.option(fc.constantFrom(...users), { nil: undefined });
    fc.assert(
      fc.property(fc.array(user, { maxLength: 12 }), (onPorts) => {
        const ports = onPorts.map((userName, index) =>
          aPort({ handle: index, ...(userName !== undefined && { userName }) }),
        );
        const taken = ports.filter(({ userName }) => userName !== undefined);
        expect(sessionsOnPorts(ports).map((session) => session.ports)).toEqual(
          taken.map((port) => [port]),
        );
      }),
      { seed },
    );
  });
});
