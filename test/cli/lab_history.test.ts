// The history of a lab: what several processes have written is one world, whatever a dying one has left behind.

import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAgain, placeOf } from '../../lib/cli/labs/deeds.ts';
import { historyFile, LabHistory, type PastDeed } from '../../lib/cli/labs/history.ts';
import { LabWorld } from '../../lib/cli/labs/lab_world.ts';
import { readScenario } from '../../lib/cli/labs/scenario_file.ts';
import { seed } from '../fixtures/seed.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();

const deed = (port: string): PastDeed => ({
  at: 1,
  server: 'RAS01',
  action: 'disconnectPort',
  args: [{ port }],
});
const portsIn = (deeds: readonly PastDeed[]) =>
  deeds.map(({ args: [place] }) => (place as { port: string }).port);

describe('the history', () => {
  it('tells each deed once, and first all that there are', () => {
    const lab = here.path('once.yaml');
    const [writer, reader] = [new LabHistory(lab), new LabHistory(lab)];
    expect(reader.read()).toEqual({ hasBegunAnew: false, deeds: [] });
    writer.begin('f');
    writer.read();
    writer.add(deed('A'));
    const first = reader.read();
    expect({ ...first, deeds: portsIn(first.deeds) }).toEqual({ hasBegunAnew: true, deeds: ['A'] });
    expect(reader.read().deeds).toEqual([]);
    writer.add(deed('B'));
    expect(portsIn(reader.read().deeds)).toEqual(['B']);
  });

  it('has one beginning if two processes begin at once', () => {
    const lab = here.path('two.yaml');
    const [one, other] = [new LabHistory(lab), new LabHistory(lab)];
    one.begin('f');
    one.read();
    one.add(deed('A'));
    // It has not read what the first one has written.
    other.begin('f');
    other.read();
    other.add(deed('B'));
    expect(other.beginning).toEqual(one.beginning);
    expect(portsIn(new LabHistory(lab).read().deeds)).toEqual(['A', 'B']);
  });

  it('forgets the deeds of a world that has ended, late ones too', () => {
    const lab = here.path('anew.yaml');
    const [old, reader] = [new LabHistory(lab), new LabHistory(lab)];
    old.begin('f');
    old.read();
    old.add(deed('A'));
    reader.read();
    const anew = new LabHistory(lab);
    anew.read();
    anew.begin('g');
    anew.read();
    old.add(deed('B'));
    anew.add(deed('C'));
    const news = reader.read();
    expect({ ...news, deeds: portsIn(news.deeds) }).toEqual({ hasBegunAnew: true, deeds: ['C'] });
    expect(reader.beginning?.fingerprint).toBe('g');
  });

  it('that was deleted is noticed', () => {
    const lab = here.path('deleted.yaml');
    const reader = new LabHistory(lab);
    reader.begin('f');
    expect(reader.read().hasBegunAnew).toBe(true);
    rmSync(historyFile(lab));
    expect(reader.read()).toEqual({ hasBegunAnew: true, deeds: [] });
    expect(reader.beginning).toBeUndefined();
  });

  it('outlives processes that die while they write, at any byte', () => {
    const lab = here.path('dying.yaml');
    const file = historyFile(lab);
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1 })), { maxLength: 12 }),
        (lives) => {
          rmSync(file, { force: true });
          const reader = new LabHistory(lab);
          const writer = new LabHistory(lab);
          writer.begin('f');
          writer.read();
          const kept: string[] = [];
          const told: string[] = [];
          for (const [number, dies] of lives.entries()) {
            const port = `P${number}`;
            if (dies === null) {
              writer.add(deed(port));
              kept.push(port);
            } else {
              const line = JSON.stringify(deed(port));
              appendFileSync(file, `\n${line.slice(0, Math.floor(line.length * dies * 0.99))}`);
            }
            told.push(...portsIn(reader.read().deeds));
          }
          expect(told).toEqual(kept);
          expect(portsIn(new LabHistory(lab).read().deeds)).toEqual(kept);
        },
      ),
      { seed, numRuns: 60 },
    );
  });
});

const lively = `servers:
  - name: RAS01
    ports: { sstp: 3, ikev2: 2 }
    connections:
      - { userName: alice, type: sstp, since: 3h }
      - { userName: bob, type: ikev2, since: 2h }
    users: [{ name: alice }]
    events:
      - { at: 300ms, every: 3s, for: 2s, dialIn: { userName: carol, type: sstp } }
      - { at: 1s, every: 4s, for: 9s, dialIn: { userName: dave, bytesSent: 10 } }
      - { every: 5s, hangUp: dave }
      - { every: 11s, for: 2s, goDormant: bob }
      - { at: 20s, for: 1s, service: stopped }
`;

function worldOf(text: string): LabWorld {
  return new LabWorld(readScenario(text, 'lab.yaml'), 'lab.yaml');
}

function picture({ simulator, age }: LabWorld): unknown {
  const server = simulator.server('RAS01');
  return {
    age,
    service: server.service,
    users: server.users,
    connections: server.connections.map((each) => ({
      ...{ ordinal: each.ordinal, userName: each.userName, isDormant: each.isDormant },
      ...{ seconds: each.connectDuration, counters: server.counters(each) },
      ports: each.ports.map(({ name }) => name),
    })),
  };
}

describe('a world', () => {
  it('is the same for a process that follows it and for one that comes later', () => {
    const port = fc.constantFrom('VPN2-0', 'VPN2-1', 'VPN2-2', 'VPN3-0', 'VPN3-1');
    const step = fc.record({
      after: fc.integer({ min: 0, max: 4000 }),
      ticks: fc.integer({ min: 1, max: 9 }),
      action: fc.constantFrom(
        'disconnectPort',
        'disconnectSession',
        'clearConnectionStats',
        'clearPortStats',
        'setUser',
      ),
      port,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const follower = worldOf(lively);
        const deeds: PastDeed[] = [];
        try {
          for (const { after, ticks, action, port } of steps) {
            const from = follower.age;
            for (let tick = 1; tick <= ticks; tick += 1) {
              follower.passTo(from + (after / 1000) * (tick / ticks));
            }
            const args =
              action === 'setUser'
                ? ['alice', { mayDialIn: port === 'VPN2-0' }]
                : [placeOf(follower.simulator, 'RAS01', port)];
            const done = { at: follower.age, server: 'RAS01', action, args };
            deeds.push(JSON.parse(JSON.stringify(done)));
            doAgain(follower.simulator, done);
          }
          follower.passTo(60);
          const later = worldOf(lively);
          expect(later.repeat(deeds)).toBe(0);
          later.passTo(60);
          const [seen, repeated] = [picture(follower), picture(later)];
          later.simulator.dispose();
          expect(repeated).toEqual(seen);
        } finally {
          follower.simulator.dispose();
        }
      }),
      { seed, numRuns: 40 },
    );
  });

  it('does to nobody else what two commands have done to one session', () => {
    const world = worldOf(lively);
    const place = placeOf(world.simulator, 'RAS01', 'VPN2-0');
    const alice = { at: 0.1, server: 'RAS01', action: 'disconnectPort', args: [place] };
    // Carol gets the port in between.
    expect(world.repeat([alice, { ...alice, at: 0.5 }])).toBe(0);
    const connections = world.simulator.server('RAS01').connections;
    expect(connections.map(({ userName }) => userName)).toEqual(['bob', 'carol']);
    world.simulator.dispose();
  });

  it('has the tunnels that a command has set, but no more ports than come without a restart', () => {
    const world = worldOf(lively);
    const set = (wishes: object) => ({ ...deed(''), action: 'setInfoEx', args: [wishes, {}] });
    const { setup } = world.simulator.server('RAS01');
    expect(world.repeat([set({ sstp: { count: 5 }, ikev2: { idleTimeout: 600 } })])).toBe(0);
    expect(setup.tunnels.sstp.ports).toBe(5);
    expect(setup.parameters.ikev2IdleTimeout).toBe(600);
    const { mostPorts } = setup.tunnels.sstp;
    expect(world.repeat([set({ sstp: { count: mostPorts + 1 } })])).toBe(0);
    expect(setup.tunnels.sstp.ports).toBe(5);
    world.simulator.dispose();
  });

  it('does again what has succeeded, even while such calls are to fail or hang', () => {
    const world = worldOf(`${lively}      - { at: 0s, hang: disconnectPort }
      - { at: 0s, fail: disconnectPort, status: 5 }
`);
    expect(world.repeat([deed('VPN2-0')])).toBe(0);
    expect(world.simulator.server('RAS01').connections[0]?.userName).not.toBe('alice');
    world.simulator.dispose();
  });
});

describe('a lab', () => {
  it('goes on after a process that died while it wrote, and keeps later actions', async () => {
    const lab = await here.write('torn.yaml', lively);
    await rras(['ports', `--sim=${lab}`]);
    appendFileSync(historyFile(lab), '{"at":0,"server":"RAS01","action":"disconnectPort","ar');
    const { code, stderr } = await rras(['disconnect', 'VPN2-0', '--yes', `--sim=${lab}`]);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/damaged|could not/);
    const { stdout } = await rras(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
    expect(stdout).toBe('VPN3-0\n');
  });

  it('starts again when its events are too many to repeat, and says so', async () => {
    const lab = await here.write('old.yaml', lively);
    await rras(['disconnect', 'VPN2-0', '--yes', `--sim=${lab}`]);
    appendFileSync(historyFile(lab), `${JSON.stringify({ ...deed('VPN3-0'), at: 1e9 })}\n`);
    const { stdout, stderr } = await rras(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
    expect(stderr).toMatch(/too many events to repeat, so the lab starts again from the file/);
    expect(stdout).toBe('VPN2-0\nVPN3-0\n');
    expect(await rras(['ports', `--sim=${lab}`])).toMatchObject({ stderr: '' });
  });

  it('that was changed and changed back does not remember what was done before', async () => {
    const lab = await here.write('back.yaml', lively);
    await rras(['disconnect', 'VPN2-0', '--yes', `--sim=${lab}`]);
    writeFileSync(lab, `${lively}# changed\n`);
    await rras(['ports', `--sim=${lab}`]);
    writeFileSync(lab, lively);
    const { stdout } = await rras(['ports', '--in-use', '--quiet', `--sim=${lab}`]);
    expect(stdout).toBe('VPN2-0\nVPN3-0\n');
  });
});
