// Random histories of a server, played through a watch. No change that readings can show may be missed, invented
// or out of order on its port, in spite of outages, slow consumers, counters that wrap around or are cleared,
// and reused handles.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PortCondition, RasError } from '../../lib/index.ts';
import { History } from '../../lib/watch/history.ts';
import { Observer } from '../../lib/watch/observer.ts';
import { Pending } from '../../lib/watch/pending.ts';
import { seed } from '../fixtures/seed.ts';
import { Consumer } from './consumer.ts';
import { sightingOf } from './plain_sightings.ts';
import {
  type Generation,
  generations,
  type Truth,
  type TruthOfSession,
  truthOf,
  WatchedWorld,
} from './watched_world.ts';

const conditions: readonly PortCondition[] = [
  'listening',
  'non-operational',
  'disconnected',
  'initializing',
  'unknown-77',
];

const pick = fc.nat(1_000);
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('dial'), which: pick, size: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('hang-up'), which: pick, size: pick }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('replace'), which: pick, size: pick }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('add-link'), which: pick, size: pick }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('drop-link'), which: pick, size: pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('carry'),
      which: pick,
      size: fc.oneof(fc.nat(100_000), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('clear'), which: pick, size: pick }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('roam'), which: pick, size: pick }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('sleep'), which: pick, size: pick }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('condition'), which: pick, size: pick }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('add-port'), which: pick, size: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('remove-port'), which: pick, size: pick }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart'), which: pick, size: pick }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('outage'), which: pick, size: pick }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('recovery'), which: pick, size: pick }) },
  { weight: 9, arbitrary: fc.record({ what: fc.constant('read'), which: pick, size: pick }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('take'), which: pick, size: fc.nat(12) }) },
);
type Event = typeof event extends fc.Arbitrary<infer Type> ? Type : never;

const users = ['alice', 'bob', ''];

function happen(world: WatchedWorld, { what, which, size }: Event): void {
  world.pass();
  const port = world.ports[which % Math.max(1, world.ports.length)];
  const session = world.sessions[which % Math.max(1, world.sessions.length)];
  const user = users[size % users.length] ?? '';
  if (what === 'add-port') world.addPort();
  if (what === 'restart' && which < 300) world.restartService();
  if (port !== undefined) {
    if (what === 'dial') world.dialIn(port, user, size % 2 ** 32);
    if (what === 'remove-port') world.removePort(port);
    if (what === 'condition') {
      world.setCondition(port, conditions[size % conditions.length] ?? 'listening');
    }
    if (what === 'add-link' && session !== undefined) {
      const other = world.ports[size % world.ports.length];
      if (other !== undefined) world.addLink(session, other);
    }
  }
  if (session !== undefined) {
    if (what === 'hang-up') world.hangUp(session);
    if (what === 'carry') world.carry(session, size);
    if (what === 'clear') world.clear(session);
    if (what === 'sleep') session.isDormant = !session.isDormant;
    if (what === 'roam') {
      session.endpoint = 1 + (size % 3);
      session.switches += size % 2;
    }
    if (what === 'drop-link') {
      const link = session.links[size % session.links.length];
      if (link !== undefined) world.dropLink(session, link);
    }
    if (what === 'replace') {
      // Another caller, perhaps the same user, gets the port and handle of a caller who left.
      const [link] = session.links;
      world.hangUp(session);
      const next = size % 2 === 0 ? session.user : user;
      if (link !== undefined) world.dialIn(link, next, 0, session.handle);
    }
  }
}

/** The changes between two readings as texts: first those with an order on their port, then the rest. */
function expectedBetween(before: Truth, now: Truth, generation: Generation): string[] {
  const told: string[] = [];
  const traffic = (session: TruthOfSession) =>
    generation === '2016' || generation === '2000' ? ` ${JSON.stringify(session.traffic)}` : '';
  for (const [start, session] of before.sessions) {
    if (!now.sessions.has(start)) {
      told.push(`disconnected ${start} from ${session.links}${traffic(session)}`);
    }
  }
  for (const tag of before.ports.keys()) {
    if (!now.ports.has(tag)) told.push(`port-removed ${tag}`);
  }
  for (const [tag, condition] of now.ports) {
    const was = before.ports.get(tag);
    if (was === undefined) told.push(`port-added ${tag} ${condition}`);
    else if (was !== condition) told.push(`port-condition ${tag} from ${was} to ${condition}`);
  }
  for (const [start, session] of now.sessions) {
    const was = before.sessions.get(start);
    if (was === undefined) {
      told.push(`connected ${start} on ${session.links}${traffic(session)}`);
      continue;
    }
    if (session.isCleared && traffic(session) !== '') {
      told.push(`counters-restarted ${start}${traffic(session)}`);
    }
    if (generation !== '2016') continue;
    if (was.endpoint !== session.endpoint || was.switches !== session.switches) {
      told.push(`roamed ${start} from ${was.endpoint} to ${session.endpoint}${traffic(session)}`);
    }
    if (was.isDormant !== session.isDormant) {
      told.push(`${session.isDormant ? 'dormant' : 'awake'} ${start}${traffic(session)}`);
    }
  }
  return told;
}

/** How a watch comes to its sightings. */
const ways = {
  // As a watch does: what has not changed is not compared.
  'from rows': () => {
    const observer = new Observer();
    return (world: WatchedWorld) => observer.see(world.readRows(observer.rows));
  },
  // Everything is compared.
  'from objects': () => (world: WatchedWorld) => sightingOf(world.read()),
};
type Way = keyof typeof ways;

function play(
  way: Way,
  generation: Generation,
  events: readonly Event[],
  most: number | undefined,
): Consumer {
  const see = ways[way]();
  const world = new WatchedWorld(generation, 6);
  let isAway = false;
  let wasAway = false;
  let seen = truthOf(world);
  const history = new History(see(world));
  const pending = new Pending(history, most);
  const expected = [`snapshot of ${world.ports.map((port) => port.tag)} and `];
  const consumer = new Consumer();

  const read = () => {
    if (isAway) {
      if (!wasAway) expected.push('server-lost: away');
      wasAway = true;
      pending.add(
        history.lose(
          new RasError({ code: 'ERR_RRAS_TIMEOUT', server: '', message: 'away' }),
          new Date(0),
        ),
      );
      return;
    }
    const now = truthOf(world);
    if (wasAway) expected.push('server-back');
    wasAway = false;
    expected.push(...expectedBetween(seen, now, generation));
    seen = now;
    pending.add(history.advance(see(world)));
  };
  const take = (count: number) => {
    for (let taken = 0; taken < count; taken += 1) {
      const change = pending.take();
      if (change === undefined) return;
      consumer.take(change);
    }
  };

  for (const each of events) {
    if (each.what === 'read') read();
    else if (each.what === 'take') take(each.size);
    else if (each.what === 'outage') isAway = true;
    else if (each.what === 'recovery') isAway = false;
    else happen(world, each);
  }
  read();
  take(Number.POSITIVE_INFINITY);

  if (most === undefined) expect(consumer.told).toEqual(expected);
  consumer.check(seen, generation);
  expect(consumer.isLost).toBe(wasAway);
  return consumer;
}

const histories = fc.array(event, { maxLength: 600, size: 'max' });

const watches = generations.flatMap((generation) =>
  Object.keys(ways).map((way) => [generation, way as Way] as const),
);

describe.each(watches)('a watch of a server that is %s, %s', (generation, way) => {
  it('reports exactly the changes that readings show, in order', () => {
    let told = 0;
    fc.assert(
      fc.property(histories, (events) => {
        told += play(way, generation, events, undefined).told.length;
      }),
      { seed, numRuns: 250 },
    );
    expect(told).toBeGreaterThan(10_000);
  });

  it('ends with the true state if changes had to be dropped', () => {
    let missed = 0;
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 20 }), (events, most) => {
        if (play(way, generation, events, most).hasMissed) missed += 1;
      }),
      { seed, numRuns: 50 },
    );
    expect(missed).toBeGreaterThan(20);
  });
});
