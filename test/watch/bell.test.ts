// A server that notifies of connects and disconnects: a watch does not wait for its interval then.

import { describe, expect, it } from 'vitest';
import { connect, RasError } from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { ServerWatch } from '../../lib/watch/server_watch.ts';
import { calls, functionNames, itIf } from '../fixtures/simulated.ts';
import { aPort, rowsOfPorts } from './plain_records.ts';
import { next, watch } from './watching.ts';

const AN_HOUR = 3_600_000;

/** A server with a bell, and a watch that otherwise reads once an hour. */
function belfry({ interval = AN_HOUR } = {}) {
  const state = {
    ports: [aPort({})],
    isAway: false,
    readings: 0,
    listening: [] as boolean[],
    hung: 0,
    ended: 0,
    ring: () => {},
  };
  const server = {
    read: async () => {
      state.readings += 1;
      if (state.isAway)
        throw new RasError({ status: 1722, syscall: 'MprAdminPortEnum', server: '' });
      return rowsOfPorts(state.ports);
    },
    bell: async (_: object, ring: () => void) => {
      state.hung += 1;
      state.ring = ring;
      return {
        listen: (isListening: boolean) => state.listening.push(isListening),
        end: () => {
          state.ended += 1;
        },
      };
    },
  };
  const subject = {
    server,
    closing: new AbortController().signal,
    connectAnew: () => Promise.reject(new Error('nobody is there')),
  };
  const watched = new ServerWatch(subject, {
    interval,
    timeout: 1_000,
    signal: undefined,
    interfaces: false,
  });
  return { state, watched };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a bell', () => {
  it('makes a watch read that would otherwise wait an hour', async () => {
    const { state, watched } = belfry();
    await next(watched, 'snapshot');
    const removed = next(watched, 'port-removed');
    // After the bell is registered, the watch reads once by itself.
    await until(() => state.readings === 2);
    state.ports = [];
    state.ring();
    await removed;
    expect(state.readings).toBe(3);
    await watched.return();
  });

  it('has a listener only while somebody waits', async () => {
    const { state, watched } = belfry();
    await next(watched, 'snapshot');
    expect(state.listening.at(-1)).toBe(false);
    const waiting = watched.next();
    expect(state.listening.at(-1)).toBe(true);
    await watched.return();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(state.ended).toBe(1);
  });

  it('that rings endlessly does not cause endless readings', async () => {
    const { state, watched } = belfry();
    await next(watched, 'snapshot');
    const waiting = watched.next();
    for (let ring = 0; ring < 1_000; ring += 1) {
      state.ring();
      await new Promise((resolve) => setImmediate(resolve));
    }
    // The first reading, the one after the bell was registered, and at most ten a second.
    expect(state.readings).toBeLessThan(100);
    // A reading is not put off for ever either.
    const { readings } = state;
    while (state.readings === readings) {
      state.ring();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await watched.return();
    expect(await waiting).toEqual({ value: undefined, done: true });
  });

  it('is registered again after an outage, and missed changes are read', async () => {
    const { state, watched } = belfry();
    await next(watched, 'snapshot');
    state.isAway = true;
    await next(watched, 'server-lost');
    state.isAway = false;
    const back = next(watched, 'server-back');
    state.ring();
    await back;
    expect(state).toMatchObject({ hung: 2, ended: 1 });
    state.ports = [];
    await next(watched, 'port-removed');
    await watched.return();
    expect(state.ended).toBe(2);
  });
});

describe('the local server', () => {
  const onWindows = itIf(process.platform === 'win32', 'only on Windows, which has events');

  onWindows('reports a connection by itself', async () => {
    const simulator = new Simulator();
    const simulated = simulator.addServer();
    simulated.addPorts('sstp', 2);
    // An empty listing has no buffer to free. With carol both listings of a reading have one.
    simulated.dialIn({ userName: 'carol' });
    const server = await connect(undefined, { library: simulator });
    const watched = watch(server, { interval: AN_HOUR });
    await next(watched, 'snapshot');
    const condition = next(watched, 'port-condition');
    // The watch reads once more by itself. That reading must end before alice comes.
    const freed = () =>
      calls(simulator).filter((name) => name === functionNames.mprapi.free).length;
    const ofOneReading = freed();
    await until(() => freed() === 2 * ofOneReading);
    simulated.dialIn({ userName: 'alice' });
    await condition;
    await next(watched, 'connected');
    await watched.return();
    await server.disconnect();
    expect(simulator.openHandles).toBe(0);
    simulator.dispose();
  });
});
