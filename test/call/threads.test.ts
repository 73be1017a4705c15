// The threads of the package: they start when lanes need them, stay below a limit, and end when idle.

import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadBinding } from '../../lib/native/load.ts';
import { lab } from '../fixtures/simulated.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./threads.mjs', import.meta.url));

async function withLimit(limit: string, timeout = 20_000): Promise<string> {
  const env = { ...process.env, RRAS_MAX_THREADS: limit };
  const { stdout } = await run(process.execPath, [script, String(timeout)], { env });
  return stdout;
}

describe('the limit of threads', () => {
  it.each(['', '3', '65535'])('%j leaves a thread for the healthy server', async (limit) => {
    expect(await withLimit(limit)).toBe('3 ports beside two hung servers\n3 ports afterwards\n');
  });

  it('lets a call wait when every thread hangs, and go on when one is free', async () => {
    expect(await withLimit('2', 300)).toBe('TimeoutError\n3 ports afterwards\n');
  });

  it.each(['0', '-1', 'many', '1.5', '65536'])('refuses %j', async (limit) => {
    expect(await withLimit(limit)).toMatch(/^ERR_INVALID_ARG_VALUE .*RRAS_MAX_THREADS.* from 1 to/);
  });
});

// The addon of this process.
const threadCount = () => loadBinding('').threadCount();

/** This many servers, each with a call that hangs until they are released. */
async function hanging(count: number) {
  const { connect, simulated, simulator } = lab('mprapi');
  const hangs = [simulated.hang('MprAdminPortEnum')];
  const servers = [await connect()];
  for (let number = 2; number <= count; number += 1) {
    const other = simulator.addServer(`RAS${number}`);
    hangs.push(other.hang('MprAdminPortEnum'));
    servers.push(await connect(`RAS${number}`));
  }
  const waiting = servers.map((server) => server.enumPorts());
  await expect.poll(() => hangs.every((hang) => hang.waiting === 1)).toBe(true);
  const release = async () => {
    for (const hang of hangs) hang.release();
    await Promise.all(waiting);
  };
  return { release, servers };
}

describe('threads', () => {
  it('are as many as hung servers, and end when idle', async () => {
    const { release, servers } = await hanging(12);
    expect(threadCount()).toBeGreaterThanOrEqual(12);
    await release();
    await Promise.all(servers.map((server) => server.disconnect()));
    await expect.poll(() => threadCount(), { timeout: 25_000, interval: 200 }).toBe(0);
  });

  it('end after servers have hung, although others make calls all the time', async () => {
    const { release, servers } = await hanging(12);
    await release();
    const busy = servers[0];
    let isOver = false;
    const calling = (async () => {
      while (!isOver) {
        await busy?.isServiceInitialized();
        await setTimeout(50);
      }
    })();
    try {
      await expect
        .poll(() => threadCount(), { timeout: 25_000, interval: 200 })
        .toBeLessThanOrEqual(2);
    } finally {
      isOver = true;
      await calling;
    }
    await Promise.all(servers.map((server) => server.disconnect()));
  });

  it('let timers and files run during a series of short calls', async () => {
    const { connect } = lab('mprapi');
    const server = await connect();
    let isOver = false;
    const turns = async (turn: () => Promise<unknown>) => {
      let count = 0;
      for (; !isOver; count += 1) await turn();
      return count;
    };
    const timers = turns(() => setTimeout(1));
    const files = turns(() => stat(script));
    for (let call = 0; call < 10_000; call += 1) await server.isServiceInitialized();
    isOver = true;
    expect(await timers).toBeGreaterThan(10);
    expect(await files).toBeGreaterThan(10);
    await server.disconnect();
  });
});
