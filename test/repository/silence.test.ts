// The detection of a hung run of the suite under Wine, and its report.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unfinished, untilSilent } from '../../tools/wine/silence.mjs';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rras-silence-'));
  log = join(folder, 'output.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a run that hangs', () => {
  it.skipIf(process.platform !== 'linux')(
    'is given up once it is silent, with what its processes do (only on Linux, where such runs are started)',
    async () => {
      const program = `rras-hangs-${process.pid}`;
      const hangs = [
        '-e',
        'console.log(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
        program,
      ];
      const child = spawn(process.execPath, hangs);
      await once(child.stdout, 'data');
      const silence = untilSilent(log, { patience: 500, program, look: 100 });
      try {
        await expect.poll(() => silence.signal.aborted).toBe(true);
        const [line] = silence.evidence();
        expect(line).toContain(`process ${child.pid}: S`);
        expect(line).toMatch(/0\.\d s of CPU in 0\.1 s, \d+ threads: .*rras-hangs/);
      } finally {
        silence.end();
        child.kill('SIGKILL');
      }
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'is not one that goes on writing (only on Linux, where such runs are started)',
    async () => {
      const silence = untilSilent(log, { patience: 200, program: 'nobody', look: 0 });
      const writing = setInterval(() => appendFileSync(log, 'a line\n'), 10);
      try {
        // Several times its patience, so it has looked at the log more than once.
        await expect
          .poll(() => statSync(log, { throwIfNoEntry: false })?.size ?? 0)
          .toBeGreaterThan(7 * 100);
        expect(silence.signal.aborted).toBe(false);
        clearInterval(writing);
        await expect.poll(() => silence.signal.aborted).toBe(true);
      } finally {
        clearInterval(writing);
        silence.end();
      }
    },
  );

  it('names the files without a result', () => {
    writeFileSync(
      log,
      ' ✓ test/lane.test.ts (3 tests) 5ms\n ❯ test/port.test.ts (2 tests | 1 failed)\n',
    );
    const files = ['test/lane.test.ts', 'test/port.test.ts', 'test/plain_port.test.ts'];
    expect(unfinished(log, files)).toEqual(['test/plain_port.test.ts']);
  });
});
