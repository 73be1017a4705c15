// The soak itself: a short one in a small world finds nothing wrong, and finds a planted defect.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('soak/planted.mjs', import.meta.url));

// A soak takes time, sanitizers are slow, and threads end after five idle seconds.
const LIMIT = 180_000;

interface Soaked {
  readonly name?: string;
  readonly message?: string;
  readonly total: number;
  readonly left: { readonly [what: string]: number };
}

async function soak(planted: 'none' | 'defect', seconds: number): Promise<Soaked> {
  const argv = [script, planted, String(seconds), '20260101'];
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

  // The calls run at the same time, so which of them gets the first wrong answer differs from run to run.
  it(
    'finds a disconnect that is reported but not done, and says what differs',
    async () => {
      // The soak ends with the first wrong answer.
      const { name, message } = await soak('defect', 60);
      expect(name).toBe('WrongAnswer');
      const [where, what] = (message ?? '').split('\ndifference\n');
      expect(where).toMatch(/^operation {3}\S/m);
      expect(what).toMatch(/\S/);
    },
    LIMIT,
  );
});
