// The soak itself: a short one of a small world finds nothing wrong, and what is planted in it is found.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Simulator } from '../lib/simulator/index.ts';
import { judgeMemory } from '../soak/figures/judgement.mjs';
import { theilSen } from '../soak/figures/theil_sen.mjs';
import { windowsHeaps } from '../soak/figures/windows_heaps.mjs';

const run = promisify(execFile);
const script = fileURLToPath(new URL('fixtures/soak/planted.mjs', import.meta.url));
const command = fileURLToPath(new URL('../soak/run.mjs', import.meta.url));

// A soak lasts, sanitizers are slow, and threads go after five idle seconds.
const LIMIT = 180_000;

interface Soaked {
  readonly name?: string;
  readonly message?: string;
  readonly total: number;
  readonly left: { readonly [what: string]: number };
  readonly memory: { readonly verdict: string; readonly slope: number };
}

async function soak(defect: string, seconds: number, leastRounds = 0): Promise<Soaked> {
  const argv = [script, defect, String(seconds), '20260101', String(leastRounds)];
  const { stdout } = await run(process.execPath, argv);
  return JSON.parse(stdout) as Soaked;
}

describe('a soak', () => {
  it(
    'finds nothing wrong, and leaves nothing behind',
    async () => {
      const { message, total, left } = await soak('none', 3);
      expect(message).toBeUndefined();
      expect(total).toBeGreaterThan(100);
      expect(left).toEqual({ unreturnedBuffers: 0, openHandles: 0, threads: 0 });
    },
    LIMIT,
  );

  // Who of all that ask at the same time is the first to get a wrong answer differs from run to run.
  it.each([
    ['a disconnect that is only said to be done', /\S/],
    ['a caller who leaves unseen', /\S/],
    ['a model that is wrong', /\S/],
    ['a disconnect that nobody asked for', /\S/],
    ['an error without a reason', /status 31 of \w+.*for which there is no reason/],
    ['handles that stay open', /handles open, \d+ connections in use/],
  ])(
    'finds %s, and says what differs',
    async (defect, difference) => {
      // It ends with the first wrong answer.
      const { name, message } = await soak(defect, 60);
      expect(name).toBe('WrongAnswer');
      const [where, what] = (message ?? '').split('\ndifference\n');
      expect(where).toMatch(/^operation {3}\S/m);
      expect(what).toMatch(difference);
    },
    LIMIT,
  );

  it(
    'finds memory that is kept',
    async () => {
      const { message, memory } = await soak('memory that is kept', 1, 15);
      expect(message).toBeUndefined();
      expect(memory.verdict).toBe('grows');
    },
    LIMIT,
  );

  it.each([
    [['--minutes', '1', '--seconds', '2'], '--minutes and --seconds exclude each other'],
    [['--seconds', 'soon'], '--seconds soon must be above 0'],
    [['--world', 'flat'], 'there is no world flat'],
    [['--svg', 'soak.png'], '--svg soak.png must end in .svg'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', async (args, message) => {
    await expect(run(process.execPath, [command, ...args])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

describe('the judgement of memory', () => {
  // Always the same noise: some pages to and fro.
  const noise = (index: number) => (Math.sin(index * 12.9898) * 43_758.5453) % 1;
  const held = (growth: number) => ({
    seconds: 600,
    rests: Array.from({ length: 120 }, (_, index) => ({
      at: index * 5,
      rss: 150e6 + noise(index) * 2e6 + growth * index * 5,
      heap: 0,
      handles: undefined,
    })),
  });

  it('calls noise flat', () => {
    expect(judgeMemory(held(0)).verdict).toBe('flat');
  });

  it('finds a growth that is smaller than the noise', () => {
    expect(judgeMemory(held(10_000)).verdict).toBe('grows');
  });

  it('does not call flat what becomes less', () => {
    expect(judgeMemory(held(-10_000)).verdict).toBe('shrinks');
  });

  it('does not take for growth what only stays as it came', () => {
    // Each value is mostly the one before, as pages that an allocator keeps are.
    const verdicts = Array.from({ length: 40 }, (_, start) => {
      let level = 0;
      const { rests, seconds } = held(0);
      const drifting = rests.map((rest, index) => {
        level = 0.8 * level + noise(index + 1000 * start) * 2e6;
        return { ...rest, rss: 150e6 + level };
      });
      return judgeMemory({ rests: drifting, seconds }).verdict;
    });
    expect(verdicts.filter((verdict) => verdict === 'grows').length).toBeLessThan(4);
  });

  it('does not judge what is too short', () => {
    expect(judgeMemory({ ...held(10_000), seconds: 20 }).verdict).toBe('too short to tell');
  });

  it('is not bent by single values', () => {
    const points = Array.from(
      { length: 60 },
      (_, index) => [index, 3 * index + (index % 10 === 0 ? 1e6 : 0)] as const,
    );
    expect(theilSen(points).slope).toBeCloseTo(3);
  });
});

describe('the heaps that a soak tells', () => {
  it.skipIf(process.platform !== 'win32')(
    'have that of the package’s binaries among them (only on Windows)',
    () => {
      const heaps = windowsHeaps() ?? expect.unreachable('koffi or RRAS_TEST_LIBRARIES is missing');
      const before = heaps() ?? expect.unreachable('not told');
      const simulator = new Simulator();
      simulator.addServer('RAS01').addPorts('sstp', 20_000);
      const after = heaps() ?? expect.unreachable('not told');
      simulator.dispose();
      const mebibyte = 1024 * 1024;
      expect(after.allocated - before.allocated).toBeGreaterThan(4 * mebibyte);
      expect(after.taken - before.taken).toBeGreaterThan(mebibyte);
    },
  );
});
