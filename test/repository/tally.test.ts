// The end of the log of a CI run: the sum, and the beginning of each failure.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../tools/ci/tally.mjs', import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const titles = (title: string) => ({ title, ancestorTitles: [], fullName: title });
const passing = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, success: true };
const failing = {
  ...passing,
  numFailedTests: 1,
  success: false,
  testResults: [
    {
      name: 'test/lane.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { ...titles('a lane goes on'), status: 'passed', failureMessages: [] },
        {
          ...titles('a lane ends'),
          status: 'failed',
          failureMessages: [`expected 2 to be 1\n${'    at somewhere\n'.repeat(100)}`],
        },
      ],
    },
  ],
};
const uncollected = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  success: false,
  testResults: [
    { name: 'test/lane.test.ts', status: 'failed', message: 'No such file', assertionResults: [] },
  ],
};

function tally(results: { readonly [suite: string]: object }, ...rest: string[]) {
  return tallyIn(temporaryFolder(), results, ...rest);
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rras-tally-'));
  folders.push(folder);
  return folder;
}

function tallyIn(folder: string, results: { readonly [suite: string]: object }, ...rest: string[]) {
  for (const [suite, result] of Object.entries(results)) {
    writeFileSync(join(folder, `${suite}.json`), JSON.stringify(result));
  }
  const { status, stdout } = spawnSync(process.execPath, [script, folder, ...rest], {
    encoding: 'utf8',
  });
  return { status, stdout, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the tally of a CI run', () => {
  it('ends with the sum of all suites', () => {
    const { status, last } = tally({ one: passing, two: passing }, 'one', 'two', '--', '');
    expect(last).toBe('6 passed, 0 failed, 2 skipped');
    expect(status).toBe(0);
  });

  it('shows the name of a failed test and its failure in few lines', () => {
    const { status, stdout, last } = tally({ one: failing }, 'one', '--');
    expect(stdout).toContain('failed in one: test/lane.test.ts: a lane ends\n  expected 2 to be 1');
    expect(stdout).not.toContain('a lane goes on');
    expect(stdout.split('\n').length).toBeLessThan(50);
    expect(last).toBe('3 passed, 1 failed, 1 skipped');
    expect(status).toBe(1);
  });

  it('shows why the tests of a file could not be collected', () => {
    const { status, stdout, last } = tally({ one: uncollected }, 'one', '--');
    expect(stdout).toContain('failed in one: test/lane.test.ts\n  No such file');
    expect(last).toBe('3 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('fails when a suite did not run', () => {
    const { status, stdout, last } = tally({ one: passing }, 'one', 'two', '--');
    expect(stdout).toContain('two: did not run');
    expect(last).toBe('3 passed, 1 failed, 1 skipped');
    expect(status).toBe(1);
  });

  it('shows why a suite did not run, if its step said so', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'two.problems.txt'), 'it hung\ndid not end: test/lane.test.ts\n');
    writeFileSync(join(folder, 'one.problems.txt'), '');
    const { stdout } = tallyIn(folder, { one: passing }, 'one', 'two', '--');
    expect(stdout).toContain(
      'failed in two, as a whole:\n  it hung\n  did not end: test/lane.test.ts',
    );
    expect(stdout).not.toContain('failed in one');
  });

  it('fails when a suite has no test', () => {
    const none = { ...passing, numPassedTests: 0 };
    expect(tally({ one: none }, 'one', '--').status).toBe(1);
  });

  it('fails when another step failed', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'steps.tsv'), 'suite\t160\tdone\nlint\t9\tfailed\n');
    const steps = ['suite', 'lint', 'fuzzers'];
    const { status, stdout, last } = tallyIn(folder, { one: passing }, 'one', '--', ...steps);
    expect(stdout).toContain('step failed: lint\nstep did not run: fuzzers\n');
    expect(last).toBe('3 passed, 2 failed, 1 skipped');
    expect(status).toBe(1);
  });

  it('has a table of the steps before its last line', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'steps.tsv'), 'suite\t160\tdone\nlint\t9\tdone\n');
    const { status, stdout } = tallyIn(folder, { one: passing }, 'one', '--', 'suite', 'lint');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').slice(-4)).toEqual([
      'suite    160 s  done',
      'lint       9 s  done',
      'total    169 s',
      '3 passed, 0 failed, 1 skipped',
    ]);
  });
});
