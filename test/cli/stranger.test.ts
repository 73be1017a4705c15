// A port may change hands between listing and acting: nobody is disconnected who was not shown.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Simulator } from '../../lib/simulator/index.ts';
import { deedsIn, scene } from './destructive.ts';
import { labs } from './labs.ts';
import { rras } from './terminal.ts';

const here = labs();
let lab: Simulator | undefined;

// A command has its own lab. A test needs access to it, to change it while the question is open.
vi.mock('../../lib/cli/labs/build.ts', async (original) => {
  const { build } = await original<typeof import('../../lib/cli/labs/build.ts')>();
  return {
    build: (...args: Parameters<typeof build>) => {
      lab = build(...args);
      return lab;
    },
  };
});

afterEach(() => {
  lab = undefined;
});

/** Replaces Alice by Mallory on the same port while the question is open. */
function exchanged(): string {
  const server = lab?.server('RAS01');
  server?.hangUp('VPN2-0');
  server?.dialIn({ userName: 'mallory', port: 'VPN2-0' });
  return 'y';
}

async function answered(words: readonly string[], answer: () => string) {
  const file = await here.write('lab.yaml', scene);
  await rras(['sim', 'reset', file]);
  let after: string[] = [];
  const ended = await rras([...words, `--sim=${file}`], {
    columns: 120,
    answer,
    onStdout: () => {
      const { connections = [] } = lab?.server('RAS01') ?? {};
      after = connections.map(({ userName }) => userName);
    },
  });
  return { ...ended, after, deeds: await deedsIn(here, 'lab.yaml') };
}

describe.each([
  'disconnect VPN2-0',
  'disconnect --user alice',
  'reset VPN2-0',
  'clear-stats VPN2-0',
])('%s', (line) => {
  it('leaves another caller alone who came in the meantime', async () => {
    const { code, stderr, stdout, after, deeds } = await answered(line.split(' '), exchanged);
    expect(stderr).toMatch(/alice/);
    expect(stdout).toMatch(/failed/);
    expect(code).not.toBe(0);
    expect(deeds).toEqual([]);
    expect(after).toContain('mallory');
  });
});

it('handles the others, and the result is "partly"', async () => {
  const { code, stdout, after, deeds } = await answered(
    ['disconnect', 'VPN2-0', 'VPN2-1', '--json'],
    exchanged,
  );
  expect(code).toBe(7);
  expect(JSON.parse(stdout).items.map(({ result }: { result: string }) => result)).toEqual([
    'failed',
    'disconnecting',
  ]);
  expect(deeds).toEqual(['disconnectPort VPN2-1']);
  expect(after).toContain('mallory');
});
