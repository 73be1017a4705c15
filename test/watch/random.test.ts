// Random scenes at a simulated server, watched through the library of each dialect: the reported changes must be
// those that happened. Scenes change between two readings, so it is known what a reading can show.

import fc from 'fast-check';
import { describe, expect, it, onTestFailed } from 'vitest';
import type { Watch } from '../../lib/index.ts';
import type { SimulatedConnection, SimulatedServer } from '../../lib/simulator/index.ts';
import { seed } from '../fixtures/seed.ts';
import { everyDialect, lab } from '../fixtures/simulated.ts';
import { atOnce, next, told, watch } from './watching.ts';

const what = fc.constantFrom(
  'dial',
  'dial',
  'hang-up',
  'replace',
  'remove-port',
  'restart',
  'outage',
);
const scenes = fc.array(
  fc.array(fc.record({ what, which: fc.nat(1_000), user: fc.constantFrom('alice', 'bob') }), {
    maxLength: 5,
  }),
  { minLength: 60, maxLength: 60 },
);
type Event = ReturnType<typeof scenes.generate>['value'][number][number];

function happen(simulated: SimulatedServer, { what, which, user }: Event): void {
  const ports = simulated.ports.filter((port) => !port.name.startsWith('mark'));
  const port = ports[which % Math.max(1, ports.length)];
  const on = simulated.connections.find((each) =>
    each.ports.some(({ name }) => name === port?.name),
  );
  if (what === 'restart' && which < 300) {
    simulated.stopService();
    simulated.startService();
  }
  if (port === undefined) return;
  if (what === 'remove-port' && which < 300) {
    simulated.removePort(port);
    simulated.addPorts('sstp', 1);
  }
  if (what === 'dial' && on === undefined) simulated.dialIn({ userName: user, port });
  if (on === undefined) return;
  if (what === 'hang-up' || what === 'replace') simulated.hangUp(on);
  if (what === 'replace') simulated.dialIn({ userName: on.userName, port, handle: on.handle });
}

interface Truth {
  readonly ports: ReadonlyMap<string, string>;
  readonly connections: readonly SimulatedConnection[];
}

function truthOf({ ports, connections }: SimulatedServer): Truth {
  return { ports: new Map(ports.map((port) => [port.name, port.condition])), connections };
}

const namesOf = ({ ports }: SimulatedConnection) => ports.map(({ name }) => name);

function between(before: Truth, now: Truth): string[] {
  const isIn = ({ connections }: Truth, { ordinal }: SimulatedConnection) =>
    connections.some((each) => each.ordinal === ordinal);
  return [
    ...before.connections
      .filter((each) => !isIn(now, each))
      .map((each) => `disconnected ${each.userName} ${namesOf(each)}`),
    ...now.connections
      .filter((each) => !isIn(before, each))
      .map((each) => `connected ${each.userName} ${namesOf(each)}`),
    ...[...before.ports.keys()]
      .filter((name) => !now.ports.has(name))
      .map((name) => `port-removed ${name}`),
    ...[...now.ports].flatMap(([name, condition]) => {
      const was = before.ports.get(name);
      if (was === undefined) return [`port-added ${name}`];
      return was === condition ? [] : [`${name} ${condition}`];
    }),
  ].sort();
}

/** All changes until the last of a scene, which is a caller on the port with the mark's name. */
async function toldUntil(watched: Watch, mark: string): Promise<string[]> {
  const changes: string[] = [];
  while (changes.at(-1) !== `connected ${mark} ${mark}`) {
    changes.push(told((await watched.next()).value));
  }
  return changes;
}

describe.each(everyDialect)('%s: a watch of random scenes', (dialect) => {
  it('reports the changes of each scene, and nothing else', async () => {
    onTestFailed(() => console.error(`RRAS_TEST_SEED=${seed} plays the same scenes`));
    const [played] = fc.sample(scenes, { seed, numRuns: 1 });
    if (played === undefined) throw new Error('no scenes');
    const place = lab(dialect);
    const { connect, simulated, simulator, functions } = place;
    simulated.addPorts('sstp', 6);
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    let mark = '';
    for (const [number, events] of played.entries()) {
      // Sessions are distinguished by their start.
      await atOnce(place, () => simulator.step(10));
      const before = truthOf(simulated);
      const isOutage = events.some((event) => event.what === 'outage');
      await atOnce(place, () => {
        if (mark !== '') simulated.removePort(mark);
        for (const event of events) happen(simulated, event);
        mark = `mark-${number}`;
        simulated.addPort({ name: mark });
        simulated.dialIn({ userName: mark, port: mark });
        if (isOutage) simulated.fail(functions.enumPorts, 1722, { times: 1 });
      });
      const changes = await toldUntil(watched, mark);
      if (isOutage) expect(changes.splice(0, 2)).toEqual(['server-lost', 'server-back']);
      expect(changes.sort()).toEqual(between(before, truthOf(simulated)));
    }
  });
});
