// Time-outs, aborts and hung servers: a caller who gives up stops waiting at once, a call that has not begun is
// never done later, and a dead server delays no other.

import { getEventListeners } from 'node:events';
import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { calls, everyDialect, givenUp, lab, rejection } from '../fixtures/simulated.ts';

describe.each(everyDialect)('%s', (dialect) => {
  it('ends the waiting after the time-out with a TimeoutError, and frees the late result', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 3);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    expect(await rejection(server.enumPorts({ timeout: 20 }))).toMatchObject({
      name: 'TimeoutError',
      message: expect.stringContaining('enumPorts on RAS01'),
    });
    hang.release();
    expect(await server.enumPorts()).toHaveLength(3);
  });

  it("ends the waiting with the signal's reason", async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const controller = new AbortController();
    const reason = new Error('the operator went home');
    const listing = server.enumPorts({ signal: controller.signal });
    controller.abort(reason);
    expect(await rejection(listing)).toBe(reason);
    hang.release();
  });

  it('calls nothing if the signal is already aborted', async () => {
    const { connect, simulator } = lab(dialect);
    const server = await connect();
    simulator.clearJournal();
    const signal = AbortSignal.abort('no');
    expect(await rejection(server.enumPorts({ signal }))).toBe('no');
    expect(await rejection(server.disconnectPort('VPN1-1', { signal }))).toBe('no');
    expect(await rejection(server.disconnect({ signal }))).toBe('no');
    expect(await rejection(connect('RAS01', { signal }))).toBe('no');
    expect(calls(simulator)).toEqual([]);
  });

  it('never does an action that was given up before it began', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('no port');
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const listing = server.enumPorts();
    const controller = new AbortController();
    const queued = server.disconnectPort(port, { signal: controller.signal });
    const late = server.disconnectPort(port, { timeout: 20 });
    controller.abort();
    expect(await rejection(queued)).toMatchObject({ name: 'AbortError' });
    expect(await rejection(late)).toMatchObject({ name: 'TimeoutError' });
    hang.release();
    await listing;
    await server.enumPorts();
    expect(calls(simulator)).not.toContain(functions.disconnectPort);
    expect(simulated.connections).toHaveLength(1);
  });

  it('counts the look-up of a name in the time-out of the call', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const hang = simulated.hang(functions.disconnectPort, { times: 1 });
    const name = String(simulated.ports[0]?.name);
    expect(await rejection(server.disconnectPort(name, { timeout: 50 }))).toMatchObject({
      name: 'TimeoutError',
    });
    hang.release();
  });

  it('releases the handle of a connect that was given up', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    const hang = simulated.hang(functions.connect, { times: 1 });
    expect(await givenUp(hang, (options) => connect('RAS01', options))).toMatchObject({
      name: 'AbortError',
    });
    hang.release();
    await (await connect()).disconnect();
    // Waits for the disconnects first: before the late handle arrives, no handle is open either.
    const returns = () => calls(simulator).filter((name) => name === functions.disconnect).length;
    await expect.poll(returns).toBe(dialect === 'rassapi' ? 0 : 2);
    await expect.poll(() => simulator.openHandles).toBe(0);
  });

  it('does not delay other servers or the file system while one server hangs', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const healthy = simulator.addServer('RAS02');
    healthy.addPorts('sstp', 2);
    const hung = await connect('RAS01');
    const alive = await connect('RAS02');
    const hang = simulated.hang(functions.enumPorts);
    const waiting = Array.from({ length: 16 }, () => hung.enumPorts());
    for (let round = 0; round < 10; round += 1) {
      expect(await alive.enumPorts()).toHaveLength(2);
      expect((await stat(process.execPath)).isFile()).toBe(true);
    }
    expect(hang.waiting).toBe(1);
    hang.release();
    for (const listing of waiting) expect(await listing).toHaveLength(1);
  });

  it('does the calls to one server one after another, in order', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 2);
    simulated.dialIn({ userName: 'alice' });
    const server = await connect();
    const [port] = await server.enumPorts();
    if (port === undefined) throw new Error('no port');
    simulator.clearJournal();
    await Promise.all([server.enumPorts(), server.disconnectPort(port), server.enumPorts()]);
    const order = calls(simulator).filter(
      (name) => name === functions.enumPorts || name === functions.disconnectPort,
    );
    expect(order).toEqual([functions.enumPorts, functions.disconnectPort, functions.enumPorts]);
  });

  it('makes disconnect wait for the work in flight', async () => {
    const { connect, simulated, functions } = lab(dialect);
    simulated.addPorts('sstp', 2);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const ended: string[] = [];
    const listing = server.enumPorts().then(() => ended.push('listing'));
    const leaving = server.disconnect().then(() => ended.push('disconnect'));
    expect(await rejection(server.disconnect({ timeout: 20 }))).toMatchObject({
      name: 'TimeoutError',
    });
    hang.release();
    await Promise.all([listing, leaving]);
    expect(ended).toEqual(['listing', 'disconnect']);
  });

  it('can be disconnected again if the first wait was given up', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 2);
    const server = await connect();
    const hang = simulated.hang(functions.enumPorts, { times: 1 });
    const listing = server.enumPorts();
    expect(await rejection(server.disconnect({ timeout: 20 }))).toMatchObject({
      name: 'TimeoutError',
    });
    hang.release();
    await listing;
    await server.disconnect();
    expect(simulator.openHandles).toBe(0);
  });
});

describe('a signal that lives long', () => {
  it('has no listener left after ten thousand calls', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const { signal } = new AbortController();
    for (let call = 0; call < 10_000; call += 1) await server.enumPorts({ signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('serves hundreds of calls at once without a leak warning', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect();
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const controller = new AbortController();
    const { signal } = controller;
    const hang = simulated.hang('MprAdminPortEnum', { times: 1 });
    const waiting = Array.from({ length: 300 }, () => rejection(server.enumPorts({ signal })));
    controller.abort('enough');
    expect(await Promise.all(waiting)).toEqual(Array(300).fill('enough'));
    hang.release();
    await server.enumPorts();
    process.off('warning', note);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
