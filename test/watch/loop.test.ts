// The loop of a watch: when it reads, slow consumers, and its end.

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Watch, WatchOptions } from '../../lib/index.ts';
import { calls, lab, rejection } from '../fixtures/simulated.ts';
import { atOnce, next, nextOnes, told, watch } from './watching.ts';

describe('the readings of a watch', () => {
  const dialect = 'mprapi';

  it('begin with the first change that is asked for, and end with the loop', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const watched = server.watch({ interval: 1 });
    await server.enumPorts();
    expect(calls(simulator).filter((name) => name === functions.enumPorts)).toHaveLength(1);
    for await (const change of watched) {
      expect(change.type).toBe('snapshot');
      break;
    }
    await server.enumPorts();
    simulator.clearJournal();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls(simulator)).toEqual([]);
    expect(await watched.next()).toEqual({ value: undefined, done: true });
  });

  it('let go of the memory of every reading but the last', async () => {
    const { connect, simulated } = lab(dialect);
    // So many that the rows of a reading have memory outside of the heap.
    for (const port of simulated.addPorts('sstp', 500)) {
      simulated.dialIn({ userName: 'alice', port });
    }
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    async function change(times: number) {
      for (let time = 0; time < times; time += 1) {
        const port = `VPN2-${time}`;
        simulated.hangUp(port);
        await nextOnes(watched, 2);
        simulated.dialIn({ userName: 'bob', port });
        await nextOnes(watched, 2);
      }
    }
    function memory() {
      globalThis.gc?.();
      return process.memoryUsage().external;
    }
    await change(10);
    const early = memory();
    await change(40);
    const oneReading = 500 * 150;
    await expect.poll(() => memory() - early).toBeLessThan(10 * oneReading);
  });

  it('never overlap, however long one takes', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    const hang = simulated.hang(functions.enumPorts);
    await hang.entered();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hang.waiting).toBe(1);
    // Before the reading goes on: in between, it could list the port as idle and the connection with its user.
    simulated.dialIn({ userName: 'alice' });
    hang.release();
    await next(watched, 'port-condition');
  });

  it('do not pile up at a hung server, which is reported as lost', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const watched = watch(await connect(), { timeout: 5 });
    const hang = simulated.hang(functions.enumPorts);
    expect(await rejection(watched.next())).toMatchObject({ name: 'TimeoutError' });
    hang.release();

    // Long enough for a reading of a server that answers, on any machine.
    const impatient = watch(await connect(), { timeout: 1_000 });
    await next(impatient, 'snapshot');
    const second = simulated.hang(functions.enumPorts);
    const { error } = await next(impatient, 'server-lost');
    expect(error).toMatchObject({ name: 'TimeoutError' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(second.waiting).toBe(1);
    simulator.clearJournal();
    second.release();
    await next(impatient, 'server-back');
    // The hung reading and the one after it; no others began.
    const read = calls(simulator).filter((name) => name === functions.enumPorts);
    expect(read.length).toBeLessThanOrEqual(3);
  });

  it('go through a new connection when the old one stays dead', async () => {
    const place = lab(dialect);
    const { connect, simulated, simulator, functions } = place;
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const watched = watch(server);
    await next(watched, 'snapshot');
    // Two failed readings look like a dead handle.
    simulated.fail(functions.enumPorts, 6, { times: 2 });
    const { error } = await next(watched, 'server-lost');
    expect(error).toMatchObject({ status: 6 });
    await next(watched, 'server-back');
    await expect.poll(() => simulator.openHandles).toBe(2);
    await atOnce(place, () => simulated.dialIn({ userName: 'alice' }));
    expect(await nextOnes(watched, 2)).toEqual(['VPN2-0 authenticated', 'connected alice VPN2-0']);
    await server.disconnect();
    expect(await nextOnes(watched, 1)).toEqual(['the end']);
    await expect.poll(() => simulator.openHandles).toBe(0);
  });

  it('do not pile up connections at a server that answers none', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const watched = watch(server);
    await next(watched, 'snapshot');
    const hang = simulated.hang(functions.connect);
    const fault = simulated.fail(functions.enumPorts, 1722);
    await next(watched, 'server-lost');
    await hang.entered();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hang.waiting).toBe(1);
    // The server's own connection works again, whatever happens to the new one.
    fault.clear();
    await next(watched, 'server-back');
    hang.release();
    await watched.return();
    await server.disconnect();
  });
});

describe('a slow consumer', () => {
  const dialect = 'mprapi';

  it('gets one fresh snapshot if more changes wait than allowed', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => simulated.addPorts('sstp', 6_000));
    await atOnce(place, () => simulated.addPorts('sstp', 6_000));
    await atOnce(place, () => simulated.removePort('VPN2-7'));
    // Changes before the overdue snapshot are in it.
    await atOnce(place, () => {});
    const snapshot = await next(watched, 'snapshot');
    expect(snapshot.missed).toBe(true);
    expect(snapshot.ports).toHaveLength(11_999);
    await atOnce(place, () => simulated.removePort('VPN2-8'));
    expect(await nextOnes(watched, 1)).toEqual(['port-removed VPN2-8']);
  });

  it('gets all changes of one reading, however many they are', async () => {
    const place = lab(dialect);
    const { connect, simulated } = place;
    const watched = watch(await connect());
    await next(watched, 'snapshot');
    await atOnce(place, () => simulated.addPorts('sstp', 12_000));
    expect(await nextOnes(watched, 12_000)).not.toContain('snapshot');
  });
});

describe('the end of a watch', () => {
  const dialect = 'mprapi';

  it('rejects with the reason of the signal at once', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts);
    const controller = new AbortController();
    const watched = watch(server, { signal: controller.signal });
    const waiting = rejection(watched.next());
    await hang.entered();
    controller.abort(new Error('enough'));
    expect(await waiting).toMatchObject({ message: 'enough' });
    expect(await watched.next()).toEqual({ value: undefined, done: true });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    hang.release();
    const late = watch(server, { signal: controller.signal });
    expect(await rejection(late.next())).toMatchObject({ message: 'enough' });
  });

  it('is an AbortError for a loop, whose pending changes are dropped', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const controller = new AbortController();
    const server = await connect();
    const seen: string[] = [];
    const loop = async () => {
      for await (const change of server.watch({ interval: 1, signal: controller.signal })) {
        seen.push(told(change));
        if (change.type === 'snapshot') simulated.dialIn({ userName: 'alice' });
        else controller.abort();
      }
    };
    expect(await rejection(loop())).toMatchObject({ name: 'AbortError' });
    expect(seen[0]).toBe('snapshot');
    expect(seen).toHaveLength(2);
  });

  it('settles every pending call', async () => {
    const place = lab(dialect);
    const { connect, simulated, functions } = place;
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const watched = watch(server);
    await next(watched, 'snapshot');
    const first = watched.next();
    const second = watched.next();
    const third = watched.next();
    await atOnce(place, () => simulated.dialIn({ userName: 'alice' }));
    expect([told((await first).value), told((await second).value)]).toEqual([
      'VPN2-0 authenticated',
      'connected alice VPN2-0',
    ]);
    const hang = simulated.hang(functions.enumPorts);
    await hang.entered();
    await watched.return();
    expect(await third).toEqual({ value: undefined, done: true });
    hang.release();
  });

  it('leaves no listener behind after a break, and none on a signal of many watches', async () => {
    const { connect, simulated } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const { signal } = new AbortController();
    const server = await connect();
    const many = Array.from({ length: 20 }, () => watch(server, { signal }));
    for (const each of many) await next(each, 'snapshot');
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    for (const each of many) await each.return();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('comes with the scope of an await using', async () => {
    const { connect, simulated, simulator } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    {
      await using watched = server.watch({ interval: 1 });
      await next(watched, 'snapshot');
    }
    await server.enumPorts();
    simulator.clearJournal();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls(simulator)).toEqual([]);
  });
});

describe('the options of a watch', () => {
  it.each([
    [{ interval: 0 }, 'options.interval'],
    [{ interval: 1.5 }, 'options.interval'],
    [{ interval: 2 ** 31 }, 'options.interval'],
    [{ interval: '5' }, 'options.interval'],
    [{ timeout: 0 }, 'options.timeout'],
    [{ signal: 'now' }, 'options.signal'],
    [{ intervall: 5 }, 'options.intervall'],
    [5, 'options'],
    [null, 'options'],
  ])('are checked before anything is done: %j', async (options, name) => {
    const { connect, simulator } = lab('mprapi');
    const server = await connect();
    simulator.clearJournal();
    const watched = server.watch(options as WatchOptions);
    expect(await rejection(watched.next())).toMatchObject({
      name: 'TypeError',
      code: expect.stringMatching(/^ERR_INVALID_ARG_/),
      message: expect.stringContaining(name),
    });
    expect(await watched.next()).toEqual({ value: undefined, done: true });
    expect(simulator.journal).toEqual([]);
  });

  it('that are wrong reject a loop, and nothing else', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    const follow = async (watched: Watch) => {
      for await (const change of watched) throw new Error(change.type);
    };
    await expect(follow(server.watch({ interval: 0 }))).rejects.toThrow('options.interval');
    await server.watch({ interval: 0 }).return();
    await using _ = server.watch({ interval: 0 });
  });
});
