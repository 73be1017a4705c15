// The end of a watch that is connecting for itself while the server hangs.

import { describe, expect, it, vi } from 'vitest';
import type { CallOptions } from '../../lib/call/options.ts';
import { RasError } from '../../lib/index.ts';
import { ServerWatch } from '../../lib/watch/server_watch.ts';
import { aPort, rowsOfPorts } from './plain_records.ts';
import { next } from './watching.ts';

/** A watch whose server is away, and whose connect hangs until the test lets it go on. */
async function connecting(timeout: number) {
  let isAway = false;
  let isAsked = (_: CallOptions) => {};
  const asked = new Promise<CallOptions>((resolve) => {
    isAsked = resolve;
  });
  let goOn = () => {};
  const released = vi.fn();
  const server = {
    read: async () => {
      if (isAway)
        throw new RasError({ status: 1722, syscall: 'RasAdminPortEnum', server: 'RAS01' });
      return rowsOfPorts([aPort({})]);
    },
  };
  const subject = {
    server,
    closing: new AbortController().signal,
    connectAnew(options: CallOptions) {
      isAsked(options);
      return new Promise<typeof server & { disconnect(): Promise<void> }>((resolve) => {
        goOn = () => resolve({ ...server, disconnect: async () => released() });
      });
    },
  };
  const watched = new ServerWatch(subject, {
    interval: 1,
    timeout,
    signal: undefined,
    interfaces: false,
  });
  await next(watched, 'snapshot');
  isAway = true;
  await next(watched, 'server-lost');
  // Somebody waits, so the watch goes on reading.
  watched.next().catch(() => {});
  return { watched, options: await asked, released, goOn: () => goOn() };
}

describe('a watch that is connecting for itself', () => {
  it('never gives that up by itself, so that hung connects do not pile up', async () => {
    const { watched, options, goOn } = await connecting(1_000);
    expect(options).toEqual({ timeout: Number.POSITIVE_INFINITY });
    goOn();
    await watched.return();
  });

  it('waits for it at its end, and releases the connection', async () => {
    const { watched, released, goOn } = await connecting(60_000);
    const left = watched.return();
    goOn();
    await left;
    expect(released).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever at its end, and releases the connection when it comes', async () => {
    const { watched, released, goOn } = await connecting(5);
    expect(await watched.return()).toEqual({ value: undefined, done: true });
    expect(released).not.toHaveBeenCalled();
    goOn();
    await vi.waitUntil(() => released.mock.calls.length === 1);
  });
});
