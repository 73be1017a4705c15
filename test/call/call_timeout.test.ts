// No call waits for ever, unless its caller wants that.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect as connectTo, RasTimeoutError } from '../../lib/index.ts';
import {
  type Asked,
  argumentsOf,
  call,
  connectionOfUser,
  domain,
  everyMethod,
  furnish,
  portOfUser,
} from '../fixtures/methods.ts';
import { everyDialect, functionNames, lab, rejection } from '../fixtures/simulated.ts';

const MINUTE = 60_000;

const immediate = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Whether the promise is settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const settled = promise.then(
    () => true,
    () => true,
  );
  return (await Promise.race([settled, immediate()])) === true;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(everyDialect)('%s', (dialect) => {
  async function hanging(callTimeout?: number) {
    const { connect, simulator, simulated } = lab(dialect, { server: { domain } });
    furnish(simulator, simulated);
    const server = await connect('RAS01', callTimeout === undefined ? {} : { callTimeout });
    const port = await portOfUser(server);
    const connection = dialect === 'rassapi' ? 1 : await connectionOfUser(server);
    const hang = simulated.hang(functionNames[dialect].enumPorts);
    const asked: Promise<unknown>[] = [server.enumPorts({ timeout: Number.POSITIVE_INFINITY })];
    await hang.entered();
    return {
      server,
      ask(name: Asked, options: object) {
        const args = argumentsOf(name, server, { port, connection });
        asked.push(call(name, server, [...args, options]));
        return asked.at(-1) as Promise<unknown>;
      },
      async end() {
        hang.release();
        await Promise.allSettled(asked);
      },
    };
  }

  it.each(everyMethod)('%s waits a minute for a server that hangs', async (name) => {
    const { ask, end } = await hanging();
    const failed = rejection(ask(name, {}));
    vi.advanceTimersByTime(MINUTE - 1);
    expect(await isSettled(failed)).toBe(false);
    vi.advanceTimersByTime(1);
    const error = await failed;
    expect(error).toBeInstanceOf(RasTimeoutError);
    expect(error).toMatchObject({ server: 'RAS01', timeout: MINUTE });
    await end();
  });

  it.each(everyMethod)('%s waits as long as the connection or the call says', async (name) => {
    const { ask, end } = await hanging(500);
    const waiting = {
      default: rejection(ask(name, {})),
      own: rejection(ask(name, { timeout: 900 })),
      endless: ask(name, { timeout: Number.POSITIVE_INFINITY }),
    };
    vi.advanceTimersByTime(500);
    expect(await waiting.default).toMatchObject({ code: 'ERR_RRAS_TIMEOUT', timeout: 500 });
    expect(await isSettled(waiting.own)).toBe(false);
    vi.advanceTimersByTime(400);
    expect(await waiting.own).toMatchObject({ code: 'ERR_RRAS_TIMEOUT', timeout: 900 });
    vi.advanceTimersByTime(100 * MINUTE);
    expect(await isSettled(waiting.endless)).toBe(false);
    await end();
  });
});

describe('callTimeout', () => {
  it('of Infinity lets a call wait for as long as the server hangs', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect('RAS01', { callTimeout: Number.POSITIVE_INFINITY });
    expect(server.callTimeout).toBe(Number.POSITIVE_INFINITY);
    const hang = simulated.hang('MprAdminPortEnum');
    const listing = server.enumPorts();
    await hang.entered();
    vi.advanceTimersByTime(1000 * MINUTE);
    expect(await isSettled(listing)).toBe(false);
    hang.release();
    expect(await listing).toHaveLength(1);
  });

  it.each([
    ['a minute', {}, MINUTE],
    ['that time', { callTimeout: 300 }, 300],
    ['the time-out of the connect', { callTimeout: 300, timeout: 20 }, 20],
  ])('bounds the connect too: %s', async (_name, options, timeout) => {
    const { simulated, simulator } = lab('mprapi');
    const hang = simulated.hang('MprAdminServerConnect', { times: 1 });
    const failed = rejection(connectTo('RAS01', { library: simulator, ...options }));
    await hang.entered();
    vi.advanceTimersByTime(timeout);
    const error = await failed;
    expect(error).toBeInstanceOf(RasTimeoutError);
    expect(error).toMatchObject({ operation: 'connect', server: 'RAS01', timeout });
    expect(error).not.toHaveProperty('outcome');
    hang.release();
    await vi.waitUntil(() => simulator.openHandles === 0 && simulator.journal.length > 1);
  });

  it('is the default too where a time-out is given and undefined', async () => {
    const { simulator, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const hang = simulated.hang('MprAdminServerConnect', { times: 1 });
    const options = { library: simulator, timeout: undefined, callTimeout: undefined };
    const connecting = connectTo('RAS01', options as object);
    await hang.entered();
    vi.advanceTimersByTime(MINUTE - 1);
    hang.release();
    const server = await connecting;
    expect(server.callTimeout).toBe(MINUTE);
    expect(await server.enumPorts({ timeout: undefined } as object)).toHaveLength(1);
    await server.disconnect();
  });

  it.each([0, -1, 1.5, 2 ** 31, Number.NaN, '60', null])(
    'of %s is refused',
    async (callTimeout) => {
      const options = { callTimeout: callTimeout as number };
      await expect(connectTo('RAS01', options)).rejects.toBeInstanceOf(TypeError);
      await expect(connectTo('RAS01', { timeout: callTimeout as number })).rejects.toBeInstanceOf(
        TypeError,
      );
    },
  );

  it('bounds the readings of a watch, which then reports the server as lost', async () => {
    const { connect, simulated } = lab('mprapi');
    simulated.addPorts('sstp', 1);
    const server = await connect('RAS01', { callTimeout: 400 });
    const watch = server.watch({ interval: 10 });
    expect((await watch.next()).value).toMatchObject({ type: 'snapshot' });
    const hang = simulated.hang('MprAdminPortEnum');
    const next = watch.next();
    vi.advanceTimersByTime(10);
    await hang.entered();
    vi.advanceTimersByTime(400);
    expect((await next).value).toMatchObject({
      type: 'server-lost',
      error: expect.any(RasTimeoutError),
    });
    hang.release();
    await watch.return();
  });
});
