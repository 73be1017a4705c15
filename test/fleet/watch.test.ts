// The watch of a fleet: one stream of the changes of many servers.

import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Fleet,
  type FleetChange,
  type FleetWatch,
  type ServerState,
  watchFleet,
} from '../../lib/fleet/index.ts';
import type { WatchOptions } from '../../lib/index.ts';
import { type SimulatedServer, Simulator } from '../../lib/simulator/index.ts';
import { rejection } from '../fixtures/simulated.ts';

let simulator: Simulator;
const watches: FleetWatch[] = [];

beforeEach(() => {
  simulator = new Simulator();
});
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.return();
  await expect.poll(() => simulator.openHandles).toBe(0);
  simulator.dispose();
});

function servers(...names: string[]): SimulatedServer[] {
  return names.map((name) => {
    const server = simulator.addServer(name);
    server.addPorts('sstp', 4);
    return server;
  });
}

function watch(names: readonly string[], options: WatchOptions = {}): FleetWatch {
  const begun = watchFleet(new Fleet(names, { library: simulator }), { interval: 2, ...options });
  watches.push(begun);
  return begun;
}

async function next(from: FleetWatch): Promise<FleetChange> {
  const { value } = await from.next();
  if (value === undefined) throw new Error('the watch has ended');
  return value;
}

/** The changes up to and with the first one that suffices. */
async function until(
  from: FleetWatch,
  suffices: (change: FleetChange) => boolean,
): Promise<FleetChange[]> {
  const changes: FleetChange[] = [];
  for (;;) {
    const change = await next(from);
    changes.push(change);
    if (suffices(change)) return changes;
  }
}

const told = ({ server, type }: FleetChange) => `${server} ${type}`;

function stateOf(from: FleetWatch, name: string): ServerState {
  const found = from.servers.find(({ server }) => server === name);
  if (found === undefined) throw new Error(`${name} is not watched`);
  return found;
}

async function snapshots(from: FleetWatch, count: number): Promise<Set<string>> {
  const seen = new Set<string>();
  await until(from, ({ type, server }) => {
    if (type === 'snapshot') seen.add(server);
    return seen.size === count;
  });
  return seen;
}

describe('a fleet', () => {
  it('is one stream, in which each change names its server', async () => {
    const [one, two] = servers('RAS01', 'RAS02');
    const watched = watch(['RAS01', 'RAS02']);
    expect(await snapshots(watched, 2)).toEqual(new Set(['RAS01', 'RAS02']));
    two?.dialIn({ userName: 'alice' });
    const connected = (await until(watched, ({ type }) => type === 'connected')).at(-1);
    expect(connected).toMatchObject({ server: 'RAS02', session: { userName: 'alice' } });
    one?.stopService();
    const lost = (await until(watched, ({ type }) => type === 'server-lost')).at(-1);
    expect(lost).toMatchObject({ server: 'RAS01', error: { code: 'RPC_S_UNKNOWN_IF' } });
    one?.startService();
    const back = await until(watched, ({ type }) => type === 'server-back');
    expect(back.at(-1)?.server).toBe('RAS01');
  });

  it('costs nothing before its first change is asked for', async () => {
    servers('RAS01');
    const watched = watch(['RAS01']);
    await pause(20);
    expect(simulator.openHandles).toBe(0);
    expect(watched.servers).toEqual([
      { server: 'RAS01', state: 'connecting', since: expect.any(Date) },
    ]);
  });

  it('knows the state of each server, whatever has been taken', async () => {
    const [one] = servers('RAS01', 'RAS02');
    const watched = watch(['RAS01', 'RAS02']);
    await snapshots(watched, 2);
    expect(stateOf(watched, 'RAS01')).toMatchObject({ state: 'up', lastReading: expect.any(Date) });
    one?.stopService();
    // Nothing is taken from here on.
    await expect.poll(() => stateOf(watched, 'RAS01').state).toBe('lost');
    const lost = stateOf(watched, 'RAS01');
    expect(lost).toMatchObject({ since: expect.any(Date), error: { code: 'RPC_S_UNKNOWN_IF' } });
    await pause(20);
    expect(stateOf(watched, 'RAS01')).toEqual(lost);
    expect(stateOf(watched, 'RAS02').state).toBe('up');
    one?.startService();
    await expect.poll(() => stateOf(watched, 'RAS01').state).toBe('up');
  });
});

describe('a server that cannot be read from the beginning', () => {
  it('is lost once, and comes back with its snapshot', async () => {
    const [one] = servers('RAS01');
    const fault = one?.fail('MprAdminPortEnum', 5);
    const watched = watch(['RAS01']);
    const lost = await next(watched);
    expect(lost).toMatchObject({ type: 'server-lost', error: { code: 'ERROR_ACCESS_DENIED' } });
    // It is tried again and again, and told no more.
    await expect.poll(() => simulator.journal.length).toBeGreaterThan(10);
    expect(stateOf(watched, 'RAS01').state).toBe('lost');
    fault?.clear();
    expect([told(await next(watched)), told(await next(watched))]).toEqual([
      'RAS01 server-back',
      'RAS01 snapshot',
    ]);
  });

  it('is lost if there is none of that name, and the others are watched', async () => {
    servers('RAS01');
    const watched = watch(['RAS01', 'TYPO']);
    const changes = await until(watched, ({ type }) => type === 'server-lost');
    expect(changes.at(-1)).toMatchObject({ server: 'TYPO', error: { status: 1722 } });
    await expect.poll(() => stateOf(watched, 'RAS01').state).toBe('up');
  });

  it.each(['MprAdminServerConnect', 'MprAdminPortEnum'] as const)(
    'is lost when it hangs in %s, holds one thread, and delays no other',
    async (name) => {
      const [hung] = servers('RAS01', 'RAS02', 'RAS03');
      const hang = hung?.hang(name);
      const watched = watch(['RAS01', 'RAS02', 'RAS03'], { timeout: 1_000 });
      expect(await snapshots(watched, 2)).toEqual(new Set(['RAS02', 'RAS03']));
      const changes = await until(watched, ({ type }) => type === 'server-lost');
      expect(changes.at(-1)).toMatchObject({ server: 'RAS01', error: { name: 'TimeoutError' } });
      await pause(50);
      expect(hang?.waiting).toBe(1);
      hang?.release();
      const back = await until(watched, ({ type }) => type === 'snapshot');
      expect(back.map(told).slice(-2)).toEqual(['RAS01 server-back', 'RAS01 snapshot']);
    },
  );
});

describe('a slow consumer', () => {
  it('gets one snapshot instead of too many changes, and the right picture of every server', async () => {
    const [one] = servers('RAS01', 'RAS02');
    const watched = watch(['RAS01', 'RAS02']);
    await snapshots(watched, 2);
    const isSeen = async () => {
      // The first reading that is answered after now may have begun before.
      for (const _ of [1, 2]) {
        const now = Date.now();
        await expect
          .poll(() => {
            const state = stateOf(watched, 'RAS01');
            return state.state === 'up' && state.lastReading.getTime() > now;
          })
          .toBe(true);
      }
    };
    // More than may wait for one of two servers, in several readings.
    for (let round = 0; round < 12; round += 1) {
      one?.addPorts('sstp', 600);
      await isSeen();
    }
    one?.dialIn({ userName: 'alice' });
    await isSeen();
    const changes = await until(watched, (change) => {
      return change.type === 'snapshot' && change.missed;
    });
    expect(changes.at(-1)).toMatchObject({
      server: 'RAS01',
      sessions: [{ userName: 'alice' }],
    });
    expect(stateOf(watched, 'RAS02').state).toBe('up');
  });
});

describe('the end', () => {
  it('by a signal rejects with its reason, and releases every server', async () => {
    servers('RAS01', 'RAS02');
    const controller = new AbortController();
    const watched = watch(['RAS01', 'RAS02'], { signal: controller.signal });
    await snapshots(watched, 2);
    const reason = new Error('enough');
    const reading = (async () => {
      for await (const _ of watched);
    })();
    controller.abort(reason);
    expect(await rejection(reading)).toBe(reason);
    expect(await watched.next()).toEqual({ value: undefined, done: true });
    await expect.poll(() => simulator.openHandles).toBe(0);
  });

  it('by a signal that was aborted before reads nothing', async () => {
    servers('RAS01');
    const watched = watch(['RAS01'], { signal: AbortSignal.abort('before') });
    expect(await rejection(watched.next())).toBe('before');
    expect(simulator.journal).toEqual([]);
  });

  it('by leaving the loop releases every handle before it goes on', async () => {
    servers('RAS01', 'RAS02');
    for await (const _ of watch(['RAS01', 'RAS02'])) break;
    expect(simulator.openHandles).toBe(0);
  });

  it('does not wait for a server that hangs', async () => {
    const [one] = servers('RAS01', 'RAS02');
    const watched = watch(['RAS01', 'RAS02']);
    await snapshots(watched, 2);
    const hang = one?.hang('MprAdminPortEnum');
    await hang?.entered();
    await watched.return();
    expect(simulator.openHandles).toBe(1);
    hang?.release();
    await expect.poll(() => simulator.openHandles).toBe(0);
  });
});

it('a wrong option rejects the first change', async () => {
  servers('RAS01');
  const watched = watch(['RAS01'], { interval: 0 });
  expect(await rejection(watched.next())).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
  expect(await watched.next()).toEqual({ value: undefined, done: true });
});

describe('readings', () => {
  it('come after the changes of each reading, with totals of what is gone', async () => {
    const [one] = servers('RAS01');
    const watched = watch(['RAS01'], { readings: 'totals' });
    const [snapshot, first] = [await next(watched), await next(watched)];
    expect([snapshot.type, first.type]).toEqual(['snapshot', 'reading']);
    const session = one?.dialIn({ userName: 'alice' });
    const connected = await until(watched, ({ type }) => type === 'connected');
    expect(connected.at(-1)?.type).toBe('connected');
    expect(await next(watched)).toMatchObject({
      type: 'reading',
      devices: [{ device: 'WAN Miniport (SSTP)', free: 3, in_use: 1, disabled: 0, other: 0 }],
      users: 1,
      sessions: undefined,
    });
    if (session !== undefined) one?.hangUp(session);
    await until(watched, ({ type }) => type === 'disconnected');
    const changes = await until(watched, ({ type }) => type === 'reading');
    const reading = changes.at(-1);
    const sstp =
      reading?.type === 'reading' && reading.tunnels.find(({ tunnel }) => tunnel === 'sstp');
    expect(sstp).toMatchObject({ connections: 0, connects: 1, disconnects: 1 });
  });
});

it('interfaces are passed on, and an option that is wrong is refused', async () => {
  const [one] = servers('RAS01');
  one?.addInterface({ name: 'Paris' });
  const watched = watch(['RAS01'], { interfaces: true, readings: 'totals' });
  expect(await next(watched)).toMatchObject({
    type: 'snapshot',
    interfaces: [{ name: 'Paris', state: 'disconnected' }],
  });
  one?.dialInterface('Paris');
  const changes = await until(watched, ({ type }) => type === 'interface-state');
  expect(changes.at(-1)).toMatchObject({ server: 'RAS01', interface: { state: 'connected' } });
  expect(await next(watched)).toMatchObject({ type: 'reading', interfaces: [{ name: 'Paris' }] });
  const wrong = watch(['RAS01'], { interfaces: 'yes' as unknown as boolean });
  expect(await rejection(wrong.next())).toMatchObject({ code: 'ERR_INVALID_ARG_TYPE' });
});
