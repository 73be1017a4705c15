// The tools on which the workflows rely must fail, and name what is missing.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { targets } from '../../tools/package/targets.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rras-workflows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly output: string;
}

function tool(name: string, ...args: string[]): Promise<Said> {
  const file = fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: (stdout + stderr).replaceAll('\\', '/') });
    });
  });
}

describe('check_prebuilds', () => {
  let prebuilds: string;

  beforeEach(async () => {
    prebuilds = await mkdtemp(join(folder, 'prebuilds-'));
    await writeFile(join(prebuilds, 'README.md'), 'about them');
    for (const { folder: target, files } of targets) {
      await mkdir(join(prebuilds, target), { recursive: true });
      for (const file of files) await writeFile(join(prebuilds, target, file), 'binary');
    }
  });

  const check = () => tool('package/check_prebuilds.mjs', prebuilds);

  it('passes with every binary of every target', async () => {
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('names a missing target', async () => {
    await rm(join(prebuilds, 'win32-arm64'), { recursive: true });
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toContain('missing: win32-arm64/node.napi.node');
    expect(output).not.toContain('win32-x64');
  });

  it('names a missing file and an empty one', async () => {
    await rm(join(prebuilds, 'linux-x64', 'rras-simulator-nt4.musl.so'));
    await writeFile(join(prebuilds, 'win32-ia32', 'node.napi.node'), '');
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output.trim().split('\n').toSorted()).toEqual([
      'missing: linux-x64/rras-simulator-nt4.musl.so',
      'missing: win32-ia32/node.napi.node',
    ]);
  });

  it('names an unexpected file, which the loader might mistake for the addon', async () => {
    await writeFile(join(prebuilds, 'win32-x64', 'other.node'), 'binary');
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toBe('not expected: win32-x64/other.node\n');
  });
});

describe('real_server_tally', () => {
  async function tally(tests: readonly (readonly [group: string, status: string])[]) {
    const report = join(folder, 'report.json');
    const assertionResults = tests.map(([group, status], index) => {
      return { ancestorTitles: [group], title: `test ${index}`, status };
    });
    await writeFile(report, JSON.stringify({ testResults: [{ assertionResults }] }));
    return tool('ci/real_server_tally.mjs', report);
  }

  it('accepts a run in which every test of the real server passed', async () => {
    const said = await tally([
      ['real server', 'passed'],
      ['simulated mprapi', 'passed'],
    ]);
    expect(said).toEqual({ code: 0, output: '1 of 1 tests passed against the real server.\n' });
  });

  it.each([
    ['no test met it', [['simulated mprapi', 'passed']]],
    ['all were skipped', [['real server', 'skipped']]],
    [
      'one was skipped',
      [
        ['real server', 'passed'],
        ['real server', 'skipped'],
      ],
    ],
    [
      'one failed',
      [
        ['real server', 'passed'],
        ['real server', 'failed'],
      ],
    ],
  ] as const)('refuses a run in which %s', async (_, tests) => {
    const { code, output } = await tally(tests);
    expect(code).toBe(1);
    expect(output).toMatch(/^\d of \d tests passed against the real server\./);
  });
});
