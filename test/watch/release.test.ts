// If its caller's connection is dead, a watch makes its own. It leaves no handle behind: the handle is released
// when the end of the watch has been awaited, whatever the watch was doing.

import { describe, expect, it } from 'vitest';
import type { Watch } from '../../lib/index.ts';
import { functionNamed, handleDialects, lab } from '../fixtures/simulated.ts';
import { next, watch } from './watching.ts';

const endings: readonly (readonly [string, (watched: Watch) => PromiseLike<unknown>])[] = [
  ['return()', (watched) => watched.return()],
  ['the end of an await using', (watched) => watched[Symbol.asyncDispose]()],
];

/** Lets everything finish that only waits for its turn of the event loop. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

/** A watch with two failed readings, so that it reconnects. */
async function lost(dialect: (typeof handleDialects)[number], times?: number) {
  const made = lab(dialect);
  made.simulated.addPorts('sstp', 1);
  const watched = watch(await made.connect());
  await next(watched, 'snapshot');
  made.simulated.fail(made.functions.enumPorts, 6, times === undefined ? {} : { times });
  return { ...made, watched };
}

describe.each(handleDialects)('%s', (dialect) => {
  describe.each(endings)('%s', (name, end) => {
    it('waits for a connection that is being made', async () => {
      const { simulated, simulator, functions, watched } = await lost(dialect);
      const hang = simulated.hang(functions.connect);
      await next(watched, 'server-lost');
      await hang.entered();
      let isOver = false;
      const over = end(watched).then(() => {
        isOver = true;
      });
      await turns(100);
      expect(isOver).toBe(false);
      hang.release();
      await over;
      expect(simulator.openHandles).toBe(1);
    });

    it('waits for the connection that it reads through', async () => {
      const { simulated, simulator, functions, watched } = await lost(dialect, 2);
      await next(watched, 'server-lost');
      await next(watched, 'server-back');
      await expect.poll(() => simulator.openHandles).toBe(2);
      const hang = simulated.hang(functionNamed(functions.disconnect));
      const over = end(watched);
      await hang.entered();
      hang.release();
      await over;
      expect(simulator.openHandles).toBe(1);
    });

    it('leaves nothing open, at any moment', async () => {
      for (let run = 0; run < 30; run += 1) {
        const { simulator, watched } = await lost(dialect);
        await next(watched, 'server-lost');
        await turns(run * 10);
        await end(watched);
        expect(simulator.openHandles).toBe(1);
      }
    });

    it('leaves no connection open that was made during a reading', async () => {
      const { simulated, simulator, functions, watched } = await lost(dialect);
      const connecting = simulated.hang(functions.connect);
      await next(watched, 'server-lost');
      await connecting.entered();
      const reading = simulated.hang(functions.enumPorts, { times: 1 });
      await reading.entered();
      const another = simulated.hang(functions.enumPorts);
      connecting.release();
      await expect.poll(() => simulator.openHandles).toBe(2);
      reading.release();
      await another.entered();
      const over = end(watched);
      another.release();
      await over;
      expect(simulator.openHandles).toBe(1);
    });

    it('does not fail when the connection cannot be made', async () => {
      const { simulated, simulator, functions, watched } = await lost(dialect);
      simulated.fail(functions.connect, 1722);
      const hang = simulated.hang(functions.connect);
      await next(watched, 'server-lost');
      await hang.entered();
      const over = end(watched);
      hang.release();
      expect(await over).toEqual(
        name === 'return()' ? { value: undefined, done: true } : undefined,
      );
      expect(simulator.openHandles).toBe(1);
    });
  });

  it('leaving the loop has the same effect', async () => {
    const { connect, simulated, simulator, functions } = lab(dialect);
    simulated.addPorts('sstp', 1);
    const server = await connect();
    let hang: ReturnType<typeof simulated.hang> | undefined;
    for await (const change of server.watch({ interval: 1 })) {
      if (change.type === 'snapshot') {
        hang = simulated.hang(functions.connect);
        simulated.fail(functions.enumPorts, 6);
      }
      if (change.type !== 'server-lost') continue;
      await hang?.entered();
      setImmediate(() => hang?.release());
      break;
    }
    expect(simulator.openHandles).toBe(1);
  });
});
